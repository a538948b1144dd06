import { changing } from "#server/http-edge";
import { assign } from "#server/therapy/assign";
import { assignRequest } from "#wire/requests";

export const POST = changing(
  assignRequest,
  (ground, requester, body, { id = "" }) => assign(ground.therapy, requester, id, body),
  201,
);
