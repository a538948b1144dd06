import { changing } from "#server/http-edge";
import { takeBackWhereabouts } from "#server/therapy/whereabouts";
import { emptyRequest } from "#wire/requests";

export const POST = changing(emptyRequest, (ground, requester, _body, { id = "" }) =>
  takeBackWhereabouts(ground.therapy, requester, id),
);
