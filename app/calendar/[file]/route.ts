import { givingByAddress } from "#server/http-edge";

/** Somebody's calendar of a space, by its secret address. */
export const GET = givingByAddress(async ({ planCalendars }, caller, { file = "" }) => {
  const calendar = await planCalendars.at(caller, file);
  if (!calendar.ok) return calendar;
  const type = "text/calendar; charset=utf-8; method=PUBLISH";
  return {
    ok: true,
    answer: { name: "calendar.ics", type, content: new TextEncoder().encode(calendar.answer) },
  };
});
