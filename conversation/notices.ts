import { isToCome, sharedPace } from "./meetings";
import type { Pace } from "./moves";
import type { Partner } from "./seats";
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
  /** When it is looked at, in milliseconds since 1970: what has passed by then waits no longer. */
  readonly now: number;
}

const MINUTE = 60_000;
/** L2: whoever is talking live drops out for a moment now and then, and that is no reason to write to them. */
const TIME_TO_COME: Readonly<Record<Pace, number>> = {
  now: 2 * MINUTE,
  today: 10 * MINUTE,
  "this-week": 30 * MINUTE,
};
/** L4 */
const BEFORE_MEETING = 30 * MINUTE;

/**
 * What `seat` is to be let know of this conversation as it stands (L1 to L5).
 * What is due later is told with the time at which it is; whoever tells it looks again then.
 */
export function noticesFor(state: State, seat: Partner, lately: Lately): readonly Notice[] {
  if (state.roster.partners.length === 1) return [];
  const status = statusOf(state);
  if (status === "timed-out" && state.timeOut)
    return [{ kind: "return", mark: String(lately.ownLast), dueAt: Date.parse(state.timeOut.until) }];
  if (status !== "running") return [];
  return [...ofFloor(state, seat, lately), ...ofMeeting(state, lately)];
}

function ofFloor(state: State, seat: Partner, { ownLast, lastAt, now }: Lately): readonly Notice[] {
  if (whatWaits(state, seat, now) === null) return [];
  const dueAt = lastAt + TIME_TO_COME[sharedPace(state) ?? "today"];
  return [{ kind: "floor", mark: String(ownLast), dueAt }];
}

function ofMeeting({ meeting }: State, { now }: Lately): readonly Notice[] {
  if (!meeting || !isToCome(meeting, now)) return [];
  return [{ kind: "meeting", mark: String(meeting.seq), dueAt: Date.parse(meeting.at) - BEFORE_MEETING }];
}
