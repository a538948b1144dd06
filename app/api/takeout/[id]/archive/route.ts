import { giving } from "#server/http-edge";
import { openArchive } from "#server/takeout/takeout-desk";
import { takeoutIdSchema } from "#wire/requests";

/** The name says nothing: it will lie in a folder of downloads that others may look into. */
export const GET = giving(async ({ desk }, { asking, now }, { id }) => {
  const known = takeoutIdSchema.safeParse(id);
  const content = asking && known.success ? await openArchive(desk, asking, known.data, now) : null;
  if (!content) return { ok: false, refusal: { kind: "not-found" } };
  const name = `record-${now.toISOString().slice(0, "2027-03-01".length)}.zip`;
  return { ok: true, answer: { name, type: "application/zip", content: new Uint8Array(content) } };
});
