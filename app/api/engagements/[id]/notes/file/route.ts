import { giving } from "#server/http-edge";
import { formIn, keptAs } from "../../paper-form.server";

/** A therapist’s own notes about one couple as a file: `?as=pdf`, else JSON. */
export const GET = giving(async ({ therapyPapers }, requester, { id = "" }, query) => {
  const form = formIn(query);
  return keptAs("notes", form, await therapyPapers.notes(requester, id, form));
});
