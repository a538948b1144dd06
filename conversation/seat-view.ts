import type { MoveKind, Recorded, Words } from "./moves";
import type { Partner, Seat } from "./seats";
import type { BegunStep, State } from "./state";
import type { Access } from "./therapy/sharing";
import { alwaysHasWords } from "./words";

/** One recorded move as a seat sees it. `words` is absent, not empty, where the seat may not read them. */
export type Entry = Recorded & {
  readonly moveId: string;
  readonly words?: Words;
  /** The words are there and may be read, but could not be opened (a damaged row, a destroyed key). */
  readonly unreadable?: true;
  /** Whoever wrote them has taken them back, or erased everything of theirs: they are nowhere any more (V8). */
  readonly withdrawn?: true;
};

/** A therapist, as far as both partners' consents let them read; null where that is nothing (V3). */
export interface TherapistReader {
  readonly seat: "t";
  readonly access: Access | null;
}

/** Who reads. There is no other way to read from a therapist's seat than by what both have consented to. */
export type Reader = Partner | TherapistReader;

declare const seen: unique symbol;

/** What one seat may read of a conversation after number `since`. Only this leaves the server. */
export interface SeatView {
  readonly [seen]: Reader;
  readonly head: number;
  /** Every entry after `since`. */
  readonly entries: readonly Entry[];
  /** Words of earlier entries that became readable after `since`. */
  readonly revealed: readonly Revealed[];
}

/** Words that may be read from now on; or that could be, but cannot be opened or were taken back. */
export interface Revealed {
  readonly seq: number;
  readonly words?: Words;
  readonly unreadable?: true;
  readonly withdrawn?: true;
}

/** Gives the words of an entry: undefined if it has none, null if they are there but cannot be opened. */
export type WordsOf = (seq: number) => Words | null | undefined;

/**
 * What `reader` sees of `recorded` after number `since`: all of the structure, and the words it may read.
 * `wordsOf` is asked for those alone, so nothing else is even unsealed; for what was taken back it is not asked at all.
 * @param state the conversation after the last of `recorded`
 * @param recorded the moves numbered from `since + 1` on, in order
 */
export function seatView(
  state: State,
  recorded: readonly (Recorded & { readonly moveId: string })[],
  reader: Reader,
  since: number,
  wordsOf: WordsOf,
): SeatView {
  const entries = recorded.map((move) => {
    if (readableFrom(state, move, reader) === null) return move;
    if (isWithdrawn(state, move.seat)) return alwaysHasWords(move) ? { ...move, ...WITHDRAWN } : move;
    const words = wordsOf(move.seq);
    if (words === undefined) return move;
    return words === null ? { ...move, unreadable: true as const } : { ...move, words };
  });
  const revealed = writingsRevealedAfter(state, reader, since).flatMap(({ seq, author }): Revealed[] => {
    if (isWithdrawn(state, author)) return [{ seq, ...WITHDRAWN }];
    const words = wordsOf(seq);
    if (words === undefined) return [];
    return words === null ? [{ seq, unreadable: true }] : [{ seq, words }];
  });
  // The one place that makes a SeatView: the brand has no value, so it takes a cast.
  return { head: state.head, entries, revealed } as unknown as SeatView;
}

const WITHDRAWN = { withdrawn: true } as const;

function isWithdrawn({ roster: { withdrawn = [] } }: State, seat: string): boolean {
  return withdrawn.some((gone) => gone === seat);
}

/** A move, as far as it matters to who reads its words. */
interface Written {
  readonly seq: number;
  readonly seat: Seat;
  readonly kind: MoveKind;
}

/**
 * From which number on `reader` may read the words of a move; null while it may not (V2, V3, V5, W4).
 * Never becomes later: what a seat reads does not become less (V4).
 */
export function readableFrom(state: State, move: Written, reader: Reader): number | null {
  if (typeof reader !== "string") return readableToTherapist(state, move, reader.access);
  if (move.seat === reader) return move.seq;
  if (READ_BY_ALL.has(move.kind)) return move.seq;
  return move.kind === "write" ? writingReadableFrom(state, move.seq) : null;
}

/** V3: from the number that both consented to, and never more of it than the partners read of each other… */
function readableToTherapist(state: State, move: Written, access: Access | null): number | null {
  if (!access || move.seq < access.from) return null;
  if (READ_BY_ALL.has(move.kind)) return move.seq;
  if (move.kind !== "write") return null;
  return isForTherapist(state, move, access) ? move.seq : writingReadableFrom(state, move.seq);
}

/** …but for what is written for the therapist alone, by somebody whose own consent names it (Y4). */
function isForTherapist(state: State, { seq, seat }: Written, { answersOf }: Access): boolean {
  const progress = stepOf(state, seq)?.progress;
  return (
    progress?.kind === "write" &&
    progress.step.seen === "therapist" &&
    answersOf.some((author) => author === seat)
  );
}

/** V2: outside `write`, words are for all. A kind that is not here is read by its author alone (V5). */
const READ_BY_ALL: ReadonlySet<MoveKind> = new Set([
  "say",
  "reflect",
  "check",
  "validate",
  "empathise",
  "propose",
  "prompt",
]);

function writingReadableFrom(state: State, seq: number): number | null {
  const step = stepOf(state, seq);
  if (step?.progress.kind !== "write") return null;
  switch (step.progress.step.seen) {
    case "at-once":
      return seq;
    case "together":
      // W5: only what stands when the step ends is shown; what was replaced stays its author's.
      // W6: and nothing is, where the step was ended before all had answered.
      return !step.skipped && Object.values(step.progress.latest).includes(seq) ? step.endedBy : null;
    case "self":
    case "therapist":
      return null;
  }
}

/** The numbers, up to `since`, of moves whose words `reader` may read only since some later one. */
export function revealedAfter(state: State, reader: Reader, since: number): readonly number[] {
  return writingsRevealedAfter(state, reader, since).map(({ seq }) => seq);
}

function writingsRevealedAfter(state: State, reader: Reader, since: number) {
  return state.steps
    .filter((step) => (step.endedBy ?? 0) > since)
    .flatMap(({ progress }) => (progress.kind === "write" ? Object.entries(progress.latest) : []))
    .map(([author, seq]) => ({ author: author as Partner, seq }))
    .filter(({ author, seq }) => author !== reader && seq <= since)
    .filter(
      ({ author, seq }) => (readableFrom(state, { seq, seat: author, kind: "write" }, reader) ?? 0) > since,
    )
    .sort((x, y) => x.seq - y.seq);
}

/** The step in which the move numbered `seq` was made. */
export function stepOf(state: State, seq: number): BegunStep | undefined {
  return state.steps.findLast((step) => step.from <= seq);
}
