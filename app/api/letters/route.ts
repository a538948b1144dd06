import { changing } from "#server/http-edge";
import { keepLetter } from "#server/letters/keep-letter";
import { letterRequest } from "#wire/requests";

export const POST = changing(
  letterRequest,
  (ground, requester, body) => keepLetter(ground.desk, requester, body),
  201,
);
