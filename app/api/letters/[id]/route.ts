import { changing } from "#server/http-edge";
import { rewriteLetter } from "#server/letters/keep-letter";
import { changeLetterRequest } from "#wire/requests";

export const POST = changing(changeLetterRequest, (ground, requester, body, { id = "" }) =>
  rewriteLetter(ground.desk, requester, id, body),
);
