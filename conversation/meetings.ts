import { PACES, type Pace, type Recorded } from "./moves";
import type { OpenMove } from "./open-move";
import { otherPartner, type Partner } from "./seats";

/** A time to talk that one has suggested and the other has not answered. */
export interface Suggestion {
  readonly seq: number;
  readonly by: Partner;
  /** ISO 8601. */
  readonly at: string;
}

/** A time that both have set aside. It stays known when it has passed. */
export interface Meeting {
  /** The number of the suggestion, and of the move that said yes to it. */
  readonly seq: number;
  readonly accepted: number;
  readonly at: string;
}

/** What the two have said about when they go on. */
export interface Meetings {
  readonly pace: Readonly<Partial<Record<Partner, Pace>>>;
  readonly suggestion: Suggestion | null;
  readonly meeting: Meeting | null;
}

export const NO_MEETINGS: Meetings = { pace: {}, suggestion: null, meeting: null };

/** The moves of P, which change nothing else of a conversation. */
export const MEETING_KINDS = ["pace", "suggest-time", "answer-time", "withdraw-time"] as const;
type MeetingMove = Recorded<(typeof MEETING_KINDS)[number]>;

/** P3: near enough to be planned, and far enough to be read before. In milliseconds from now. */
export const SOONEST = 5 * 60_000;
export const LATEST = 90 * 24 * 60 * 60_000;

/** Whether a time may be suggested, and said yes to, at `now` (milliseconds since 1970). */
export function isMeetingTime(at: string, now: number): boolean {
  const ahead = Date.parse(at) - now;
  return ahead >= SOONEST && ahead <= LATEST;
}

/** Whether a time that was suggested is still to come. */
export function isToCome({ at }: Suggestion | Meeting, now: number): boolean {
  return Date.parse(at) > now;
}

/** What both would like, where they say the same. */
export function sharedPace({ pace }: Meetings): Pace | null {
  return pace.a !== undefined && pace.a === pace.b ? pace.a : null;
}

/** P1 to P6: what `seat` may say about when to go on. */
export function openMeetings({ pace, suggestion, meeting }: Meetings, seat: Partner): readonly OpenMove[] {
  return [
    ...PACES.filter((one) => one !== pace[seat]).map((one): OpenMove => ({ kind: "pace", pace: one })),
    { kind: "suggest-time" },
    ...(suggestion?.by === otherPartner(seat)
      ? [{ kind: "answer-time", answers: suggestion.seq } as const]
      : []),
    ...(suggestion?.by === seat ? [{ kind: "withdraw-time", answers: suggestion.seq } as const] : []),
    ...(meeting ? [{ kind: "withdraw-time", answers: meeting.seq } as const] : []),
  ];
}

/** What they have said after one more of these moves. Total, like `evolve`. */
export function afterMeetingMove(
  { pace, suggestion, meeting }: Meetings,
  by: Partner,
  move: MeetingMove,
): Meetings {
  switch (move.kind) {
    case "pace":
      return { pace: { ...pace, [by]: move.pace }, suggestion, meeting };
    case "suggest-time":
      return { pace, suggestion: { seq: move.seq, by, at: move.meetAt }, meeting };
    case "answer-time":
      return afterAnswer({ pace, suggestion, meeting }, move);
    case "withdraw-time":
      return {
        pace,
        suggestion: suggestion?.seq === move.answers ? null : suggestion,
        meeting: meeting?.seq === move.answers ? null : meeting,
      };
  }
}

function afterAnswer(meetings: Meetings, { seq, answers, accepted }: Recorded<"answer-time">): Meetings {
  const { pace, suggestion } = meetings;
  if (suggestion?.seq !== answers) return meetings;
  const meeting = accepted ? { seq: suggestion.seq, accepted: seq, at: suggestion.at } : meetings.meeting;
  return { pace, suggestion: null, meeting };
}
