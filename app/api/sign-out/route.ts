import { changing } from "#server/http-edge";
import { signOut } from "#server/sign-in/sign-out";
import { emptyRequest } from "#wire/requests";

export const POST = changing(emptyRequest, (ground, requester) =>
  signOut(ground.signing, requester, ground.origins),
);
