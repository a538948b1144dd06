import { changing } from "#server/http-edge";
import { inviteToSpace } from "#server/own-invitations";
import { inviteRequest } from "#wire/requests";

export const POST = changing(inviteRequest, (ground, requester, body, { id = "" }) =>
  inviteToSpace(ground.desk, requester, id, body),
);
