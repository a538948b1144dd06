import { keepCheckIn } from "#server/check-ins/keep-check-in";
import { changing } from "#server/http-edge";
import { checkInRequest } from "#wire/requests";

export const POST = changing(
  checkInRequest,
  (ground, requester, body) => keepCheckIn(ground.desk, requester, body),
  201,
);
