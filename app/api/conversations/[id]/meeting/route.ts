import { giving } from "#server/http-edge";

/** The name says nothing: the file will lie in a folder of downloads that others may look into. */
export const GET = giving(async ({ meetingFiles }, requester, { id = "" }) => {
  const file = await meetingFiles.fileFor(requester, id);
  if (file === null) return { ok: false, refusal: { kind: "not-found" } };
  const type = "text/calendar; charset=utf-8; method=PUBLISH";
  return { ok: true, answer: { name: "time.ics", type, content: new TextEncoder().encode(file) } };
});
