import { changing } from "#server/http-edge";
import { revokeInvitation } from "#server/invitations";
import { emptyRequest } from "#wire/requests";

export const POST = changing(emptyRequest, (ground, requester, _body, { id = "" }) =>
  revokeInvitation(ground.desk, requester, id),
);
