import { changing } from "#server/http-edge";
import { claimSeat } from "#server/invitations";
import { claimRequest } from "#wire/requests";

export const POST = changing(claimRequest, (ground, requester, body, { id = "" }) =>
  claimSeat(ground.desk, requester, id, body),
);
