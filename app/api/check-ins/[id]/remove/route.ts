import { removeCheckIn } from "#server/check-ins/keep-check-in";
import { changing } from "#server/http-edge";
import { emptyRequest } from "#wire/requests";

export const POST = changing(emptyRequest, (ground, requester, _body, { id = "" }) =>
  removeCheckIn(ground.desk, requester, id),
);
