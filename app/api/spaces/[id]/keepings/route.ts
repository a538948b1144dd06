import { changing } from "#server/http-edge";
import { keepingRequest } from "#wire/requests";

export const POST = changing(keepingRequest, (ground, requester, body, { id = "" }) =>
  ground.takeKeeping(requester, id, body),
);
