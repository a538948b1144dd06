import { changing } from "#server/http-edge";
import { destroyLetter } from "#server/letters/keep-letter";
import { emptyRequest } from "#wire/requests";

export const POST = changing(emptyRequest, (ground, requester, _body, { id = "" }) =>
  destroyLetter(ground.desk, requester, id),
);
