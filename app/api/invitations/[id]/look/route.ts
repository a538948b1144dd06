import { changing } from "#server/http-edge";
import { lookAtInvitation } from "#server/invitations";
import { lookRequest } from "#wire/requests";

export const POST = changing(lookRequest, (ground, requester, { secret }, { id = "" }) =>
  lookAtInvitation(ground.desk, requester, { id, secret }),
);
