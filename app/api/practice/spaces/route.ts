import { changing } from "#server/http-edge";
import { openSpaceForCouple } from "#server/therapy/take-on";
import { emptyRequest } from "#wire/requests";

export const POST = changing(
  emptyRequest,
  (ground, requester) => openSpaceForCouple(ground.therapy, requester),
  201,
);
