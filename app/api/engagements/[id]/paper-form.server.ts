import type { KeptFile } from "#server/http-edge";
import type { Outcome } from "#server/requester";
import type { PaperForm } from "#server/therapy/record/therapy-papers";

const TYPES = { pdf: "application/pdf", json: "application/json" } as const;

/** As what a paper is asked for: `?as=pdf`, else JSON. */
export function formIn(query: URLSearchParams): PaperForm {
  return query.get("as") === "pdf" ? "pdf" : "json";
}

/** Its file, called so. */
export function keptAs(
  name: string,
  form: PaperForm,
  made: Outcome<Uint8Array<ArrayBuffer>>,
): Outcome<KeptFile> {
  if (!made.ok) return made;
  return { ok: true, answer: { name: `${name}.${form}`, type: TYPES[form], content: made.answer } };
}
