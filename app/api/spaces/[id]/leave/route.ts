import { changing } from "#server/http-edge";
import { leaveSpace } from "#server/leave-space";
import { leaveSpaceRequest } from "#wire/requests";

export const POST = changing(leaveSpaceRequest, (ground, requester, body, { id = "" }) =>
  leaveSpace(ground.leaving, requester, id, body),
);
