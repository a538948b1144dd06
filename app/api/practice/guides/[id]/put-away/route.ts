import { changing } from "#server/http-edge";
import { putGuideAway } from "#server/therapy/own-guides";
import { putAwayRequest } from "#wire/requests";

export const POST = changing(putAwayRequest, (ground, requester, body, { id = "" }) =>
  putGuideAway(ground.therapy, requester, id, body),
);
