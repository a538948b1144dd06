import { giving } from "#server/http-edge";
import { formIn, keptAs } from "../paper-form.server";

/** A record of the work with one couple as a file: `?as=pdf`, else JSON. */
export const GET = giving(async ({ therapyPapers }, requester, { id = "" }, query) => {
  const form = formIn(query);
  return keptAs("record", form, await therapyPapers.record(requester, id, form));
});
