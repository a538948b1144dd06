import { changing } from "#server/http-edge";
import { emptyRequest } from "#wire/requests";

export const POST = changing(emptyRequest, ({ meetingFiles }, requester, _body, { id = "" }) =>
  meetingFiles.mailTo(requester, id),
);
