import { changing } from "#server/http-edge";
import { revokeInvitation } from "#server/own-invitations";
import { emptyRequest } from "#wire/requests";

export const POST = changing(emptyRequest, (ground, requester, _body, { id = "" }) =>
  revokeInvitation(ground.desk, requester, id),
);
