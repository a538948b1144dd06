import type { Asking } from "#db/sign-ins";
import { evenground } from "#server/evenground";
import type { Couple } from "./joint-form";
import type { NewQuery } from "./new-query";

/** The couple the address names; null where it names none of one's own, or one in which nothing new begins. */
export async function coupleOf(asking: Asking | null, { after, space }: NewQuery): Promise<Couple | null> {
  if (!asking) return null;
  if (space) return coupleIn(asking, space);
  const couple = after ? await evenground().couple(asking, after) : null;
  return couple && after ? { place: { after }, other: couple.other } : null;
}

async function coupleIn(asking: Asking, space: string): Promise<Couple | null> {
  const own = (await evenground().spaces(asking)).find(({ id }) => id === space);
  return own && !own.otherLeft ? { place: { space }, other: own.other } : null;
}
