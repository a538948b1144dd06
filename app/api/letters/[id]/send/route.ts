import { changing } from "#server/http-edge";
import { sendLetter } from "#server/letters/send-letter";
import { sendLetterRequest } from "#wire/requests";

export const POST = changing(sendLetterRequest, ({ desk, takeKeeping }, requester, body, { id = "" }) =>
  sendLetter({ ...desk, takeKeeping }, requester, id, body),
);
