import { giving } from "#server/http-edge";
import { LOCALES } from "#wire/locales";

/** Agreements as a PDF: `?only=` one of them, `&ended=1` also what holds no more, `&lang=` in a language. */
export const GET = giving(async ({ papers }, requester, { id = "" }, query) => {
  const only = query.get("only");
  const locale = LOCALES.find((one) => one === query.get("lang"));
  const file = await papers.fileFor(requester, id, {
    ...(only !== null && { only }),
    ...(locale && { locale }),
    withEnded: query.get("ended") === "1",
  });
  if (!file.ok) return file;
  return { ok: true, answer: { name: "agreements.pdf", type: "application/pdf", content: file.answer } };
});
