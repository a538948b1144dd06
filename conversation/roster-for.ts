import type { Guide } from "./guide";
import { otherPartner, type Partner, type Roster } from "./seats";

/** How a conversation is started, where it is not the usual way. */
interface Start {
  /** By one person alone, in a guide that allows it. */
  readonly alone?: boolean;
  /**
   * In which seat the opener sits: `b` where the couple has talked here before and `b` asks this time.
   * Whoever is alone sits in `a`, the one seat there is.
   */
  readonly opener?: Partner;
}

/** Roles given to seats: the opener takes `role`, or the first one; the other partner gets the next. */
export function rosterFor(guide: Guide, role?: string, { alone = false, opener = "a" }: Start = {}): Roster {
  const ids = guide.roles.map(({ id }) => id);
  if (guide.solo)
    return { partners: ["a"], therapist: false, roles: Object.fromEntries(ids.map((id) => [id, "a"])) };
  const seat = alone ? "a" : opener;
  const taken = ids.find((id) => id === role) ?? ids[0];
  const roles = Object.fromEntries(ids.map((id) => [id, id === taken ? seat : otherPartner(seat)] as const));
  return { partners: alone ? ["a"] : ["a", "b"], therapist: false, roles };
}
