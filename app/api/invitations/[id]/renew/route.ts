import { changing } from "#server/http-edge";
import { renewInvitation } from "#server/own-invitations";
import { emptyRequest } from "#wire/requests";

export const POST = changing(emptyRequest, (ground, requester, _body, { id = "" }) =>
  renewInvitation(ground.desk, requester, id),
);
