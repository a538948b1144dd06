import { changing } from "#server/http-edge";
import { calendarRequest } from "#wire/requests";

export const POST = changing(calendarRequest, ({ planCalendars }, requester, body, { id = "" }) =>
  planCalendars.make(requester, id, body),
);
