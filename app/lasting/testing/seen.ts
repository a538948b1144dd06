import type { ProposalSort } from "#conversation/agreements";
import { type Agreed, termsOf } from "#conversation/keeping/agreed";
import type { RecordedKeeping } from "#conversation/keeping/keepings";
import { registerOf } from "#conversation/keeping/register";
import type { Words } from "#conversation/moves";
import { calendarAt } from "#server/calendar";
import type { KeepingRead, LastingOne, LastingView } from "#server/lasting/lasting-view";

const HOUR = 3_600_000;
const AT = new Date("2026-11-20T10:00:00.000Z");
/** A Monday. */
const NOW = new Date("2026-11-23T10:00:00.000Z");

/** A plan on that day. */
export const plan = (id: string, on: string): Sketch => ({
  id,
  sort: "plan",
  words: { what: id, on, who: "us" },
});

const inOrder = (kept: readonly Unnumbered[]): RecordedKeeping[] =>
  kept.map((one, index) => ({
    ...one,
    seq: index + 1,
    at: new Date(AT.getTime() + index * HOUR).toISOString(),
  }));

type Unnumbered = RecordedKeeping extends infer Kept
  ? Kept extends unknown
    ? Omit<Kept, "seq" | "at">
    : never
  : never;

/** An agreement as a test writes it down. */
interface Sketch {
  readonly id: string;
  readonly sort: ProposalSort;
  readonly words: Words | null;
  readonly hasEnded?: boolean;
}

/**
 * What seat `a` sees of these agreements, after these keepings, numbered from 1 and made an hour after one another; the
 * words of each say its number.
 */
export function seenBy(
  sketches: readonly Sketch[],
  done: readonly Unnumbered[] = [],
  opened: readonly number[] = [],
): LastingView {
  const kept = inOrder(done);
  const register = registerOf(kept, () => "a");
  const agreed = sketches.map(
    ({ id, sort, words, hasEnded = false }): Agreed => ({
      id,
      sort,
      of: "a",
      version: 1,
      hasEnded,
      terms: words && termsOf(words),
    }),
  );
  return {
    space: { id: "s", seat: "a", name: "Mara", other: "Jon", otherLeft: false, lastAt: NOW },
    zone: "UTC",
    calendar: calendarAt(NOW),
    place: { agreements: new Map(agreed.map((one) => [one.id, one])), register, hasBeenLeft: false },
    agreements: sketches.map(toOne),
    keepings: new Map(kept.map((one) => [one.seq, toRead(one)])),
    opened: new Set(opened),
  };
}

function toOne({ id, sort, words, hasEnded = false }: Sketch): LastingOne {
  const wording = {
    version: 1,
    proposedBy: "a",
    proposedAt: AT,
    acceptedBy: "b",
    acceptedAt: AT,
    conversationId: null,
    words,
  } as const;
  return {
    id,
    sort,
    of: "a",
    createdAt: AT,
    reviewedAt: null,
    endedAt: hasEnded ? AT : null,
    endedBy: null,
    wordings: [wording],
  };
}

function toRead({ seq, seat: by, at }: RecordedKeeping): KeepingRead {
  return { seq, by, at: new Date(at), words: { text: `line ${seq}` } };
}
