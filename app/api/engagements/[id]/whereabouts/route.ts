import { changing } from "#server/http-edge";
import { giveWhereabouts } from "#server/therapy/whereabouts";
import { whereaboutsRequest } from "#wire/requests";

export const POST = changing(whereaboutsRequest, (ground, requester, body, { id = "" }) =>
  giveWhereabouts(ground.therapy, requester, id, body),
);
