import { giving } from "#server/http-edge";

/** One plan for one's own calendar; with `?titles=own` in its own words. The name of the file says nothing. */
export const GET = giving(async ({ planCalendars }, requester, { id = "", agreement = "" }, query) => {
  const titles = query.get("titles") === "own" ? "own" : "neutral";
  const file = await planCalendars.plan(requester, { spaceId: id, agreementId: agreement }, titles);
  if (!file.ok) return file;
  const type = "text/calendar; charset=utf-8; method=PUBLISH";
  return { ok: true, answer: { name: "day.ics", type, content: new TextEncoder().encode(file.answer) } };
});
