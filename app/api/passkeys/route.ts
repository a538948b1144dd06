import { changing } from "#server/http-edge";
import { addPasskey } from "#server/passkeys";
import { addPasskeyRequest } from "#wire/requests";

export const POST = changing(addPasskeyRequest, (ground, requester, body) =>
  addPasskey(ground.settings, requester, body),
);
