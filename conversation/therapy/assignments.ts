import type { Guide } from "../guide";
import type { Partner } from "../seats";

/** For whom something is asked. */
export type AssignedTo = Partner | "both";

export const ASSIGNMENT_ANSWERS = ["open", "done", "declined"] as const;
/** What one says of it: nothing yet, or again nothing; that it is done; that it is not for them. No reason is asked (X4). */
export type AssignmentAnswer = (typeof ASSIGNMENT_ANSWERS)[number];

/** X2: whether it is for this one. To whom it is not for there is no such thing. */
export function isFor(assigned: AssignedTo, seat: Partner): boolean {
  return assigned === "both" || assigned === seat;
}

/** X3: what takes two is asked of both; of one alone only what can be gone through alone. */
export function mayBeAskedOf({ solo, alone }: Pick<Guide, "solo" | "alone">, assigned: AssignedTo): boolean {
  return assigned === "both" || solo === true || alone === true;
}

/** X3: whether it is begun as one conversation of the two, and not by each alone. */
export function isBegunTogether({ solo }: Pick<Guide, "solo">, assigned: AssignedTo): boolean {
  return assigned === "both" && solo !== true;
}

/** X5: days as in `2027-03-01`; `today` is the day on which it is asked. */
export function mayBeDueOn(day: string, today: string): boolean {
  const inAYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  return today <= day && day <= inAYear;
}
