import { termsOf } from "#conversation/keeping/agreed";
import { lookingDay, type Told } from "#server/notices/agreement-day";
import type { LastingAgreement } from "#server/space-overview";

/** Something agreed whose day has come, or for a plan is near. */
export interface DueLine {
  readonly id: string;
  readonly kind: "review" | "commitment" | "untold" | "planNear" | "planPast";
  /** The first of its words. */
  readonly what: string;
  readonly day: Date;
}

const HOUR = 3_600_000;
/** A plan is shown from the day before: its day counts from nine in the morning. */
const NEAR = 33 * HOUR;
/** From its morning to the end of its day. */
const REST_OF_DAY = 15 * HOUR;

/**
 * What two people may want to look at again, what has waited longest first. What both have looked at since is not here;
 * nor is what cannot be opened.
 */
export function whatIsDue(lasting: readonly LastingAgreement[], to: Told, now: Date): readonly DueLine[] {
  return lasting
    .flatMap((one): readonly DueLine[] => {
      const day = one.words && lookingDay(one, one.words, to, now);
      const kind = day && kindOf(one, day.getTime(), now.getTime());
      const what = one.words?.what ?? one.words?.behaviour;
      return day && kind && typeof what === "string" ? [{ id: one.id, kind, what, day }] : [];
    })
    .sort((one, other) => one.day.getTime() - other.day.getTime());
}

function kindOf({ sort, words }: LastingAgreement, day: number, now: number): DueLine["kind"] | null {
  if (sort === "plan") {
    if (now >= day + REST_OF_DAY) return "planPast";
    return now >= day - NEAR ? "planNear" : null;
  }
  if (now < day) return null;
  if (sort !== "commitment" && sort !== "repair-offer") return "review";
  return words && termsOf(words).repeat ? "untold" : "commitment";
}
