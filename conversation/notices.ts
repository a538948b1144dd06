import { hasBeenLeft, type Partner } from "./seats";
import { type State, statusOf } from "./state";
import { whatWaits } from "./what-waits";

/** What a notice may be about. The notice itself never says which it is. */
export const NOTICE_KINDS = [
  /** Something is asked of one in a conversation. */
  "floor",
  /** The return time of a break has come. */
  "return",
  /** A time that both have set aside is near. */
  "meeting",
  /** A day on which something agreed is to be looked at again. */
  "review",
  /** A commitment to look at. */
  "commitment",
  /** The day of a plan. */
  "plan",
  /** Nobody has taken the seat yet, and the way in is about to close. */
  "invitation",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Something that one seat is to be told of, should its person not come by themselves before `dueAt`. */
export interface Notice {
  readonly kind: NoticeKind;
  /** Which state of it is meant: the same mark again is nothing new. */
  readonly mark: string;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
}

/** What the state does not say of the log, by the server's clock. */
export interface Lately {
  /** The number of the last move of the seat that is told; 0 where it has made none. */
  readonly ownLast: number;
  /** When the last move of all was made, in milliseconds since 1970. */
  readonly lastAt: number;
}

const MINUTE = 60_000;
/** Whoever is talking live drops out for a moment now and then: that is no reason to write to them. */
const GRACE = 10 * MINUTE;

/** What `seat` is to be told of this conversation as it stands: nothing while nothing is asked of it. */
export function noticesFor(state: State, seat: Partner, { ownLast, lastAt }: Lately): readonly Notice[] {
  if (hasBeenLeft(state.roster) || state.roster.partners.length === 1) return [];
  const { timeOut } = state;
  if (statusOf(state) === "timed-out" && timeOut)
    return [{ kind: "return", mark: String(timeOut.seq), dueAt: Date.parse(timeOut.until) }];
  if (whatWaits(state, seat, lastAt) === null) return [];
  return [{ kind: "floor", mark: String(ownLast), dueAt: lastAt + GRACE }];
}
