import { changing } from "#server/http-edge";
import { emptyRequest } from "#wire/requests";

export const POST = changing(emptyRequest, ({ planCalendars }, requester, _body, { id = "" }) =>
  planCalendars.stop(requester, id),
);
