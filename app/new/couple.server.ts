import type { Asking } from "#db/sign-ins";
import { evenground } from "#server/evenground";
import type { Couple } from "./joint-form";
import type { NewQuery } from "./new-query";

/** The couple the address names; null where it names none of one's own. */
export async function coupleOf(asking: Asking | null, { after }: NewQuery): Promise<Couple | null> {
  const couple = asking && after ? await evenground().couple(asking, after) : null;
  return couple && after ? { after, other: couple.other } : null;
}
