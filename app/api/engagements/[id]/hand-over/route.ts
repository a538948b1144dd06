import { changing } from "#server/http-edge";
import { handOver } from "#server/therapy/hand-over";
import { emptyRequest } from "#wire/requests";

export const POST = changing(emptyRequest, (ground, requester, _body, { id = "" }) =>
  handOver(ground.therapy, requester, id),
);
