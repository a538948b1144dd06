import { describe, expect, test } from "vitest";
import type { MoveKind, Recorded, Words } from "./moves";
import { type Reader, type SeatView, seatView } from "./seat-view";
import { always, LONG } from "./testing/always";
import { type Play, READS_ALL, READS_NOTHING } from "./testing/play";
import { type Attempt, numbersOfWordsIn } from "./testing/random-play";

const READS_SOME: Reader = { seat: "t", access: { from: 4, answersOf: ["a"] } };
const READERS: readonly Reader[] = ["a", "b", READS_NOTHING, READS_SOME, READS_ALL];
/** What always has words, when it was not said aloud; a proposal that only keeps or ends something has none. */
const WORDY: readonly MoveKind[] = ["say", "reflect", "validate", "empathise", "write", "propose", "prompt"];
const SHARED: readonly MoveKind[] = ["say", "reflect", "check", "validate", "empathise", "propose", "prompt"];

/**
 * Whose words a seat may read, told once more and in another way than the rules do: from the list of what was
 * accepted and the guide alone, without looking at the state but for the number of steps begun.
 */
function mayRead(talk: Play, attempts: readonly Attempt[], reader: Reader): readonly number[] {
  const moves = attempts.filter(({ refusal }) => refusal === null);
  const stepAt = moves.map(({ before }) => before.steps.length);
  const stepNow = talk.state.complete ? Number.POSITIVE_INFINITY : talk.state.steps.length;
  return moves.flatMap(({ seat, move }, index) => {
    const seq = index + 1;
    const step = stepAt[index] ?? 0;
    if (seat === reader) return [seq];
    const access = typeof reader === "string" ? null : reader.access;
    if (typeof reader !== "string" && (!access || seq < access.from)) return [];
    if (SHARED.includes(move.kind)) return [seq];
    const written = talk.guide.steps[step - 1];
    if (move.kind !== "write" || written?.kind !== "write") return [];
    if (written.seen === "at-once") return [seq];
    if (written.seen === "therapist" && access?.answersOf.some((author) => author === seat)) return [seq];
    const replaced = moves.some(
      (later, at) => at > index && later.seat === seat && later.move.kind === "write" && stepAt[at] === step,
    );
    const skipped = moves.some((other, at) => other.move.kind === "skip-step" && stepAt[at] === step);
    return written.seen === "together" && stepNow > step && !replaced && !skipped ? [seq] : [];
  });
}

/** Those of them whose author has not taken everything back, and those who has. */
const kept = (talk: Play, numbers: readonly number[]) => numbers.filter((seq) => !isTakenBack(talk, seq));
const takenBack = (talk: Play, numbers: readonly number[]) => numbers.filter((seq) => isTakenBack(talk, seq));
function isTakenBack({ log, roster }: Play, seq: number): boolean {
  return (roster.withdrawn ?? []).some((seat) => seat === log[seq - 1]?.seat);
}

/** The numbers whose words are found anywhere in a view, as it would be sent. */
const readIn = (view: SeatView) => numbersOfWordsIn(JSON.stringify(view));

describe("hidden words", () => {
  test(
    "[V2, V3, V5, V6, V8, W4, W5, W6, Y4] a view holds the words its reader may read, and no others",
    LONG,
    () => {
      always((talk, attempts) => {
        expect(talk.words.size).toBe(talk.log.length);
        for (const reader of READERS)
          expect(readIn(talk.view(reader))).toEqual(kept(talk, mayRead(talk, attempts, reader)));
      });
    },
  );

  test(
    "[V8] what was taken back is told to whoever could read it, in the entry or as it is revealed",
    LONG,
    () => {
      const hasWords = (move: Recorded) =>
        WORDY.includes(move.kind) &&
        !("aloud" in move) &&
        !(move.kind === "propose" && (move.outcome === "keep" || move.outcome === "end"));
      always((talk, attempts, chance) => {
        const since = chance % (talk.log.length + 1);
        for (const reader of READERS) {
          const { entries, revealed } = talk.view(reader, since);
          const told = [...entries, ...revealed].flatMap(({ seq, withdrawn }) => (withdrawn ? [seq] : []));
          const gone = takenBack(talk, mayRead(talk, attempts, reader)).filter((seq) => {
            const move = talk.log[seq - 1];
            return move !== undefined && hasWords(move);
          });
          expect(gone.filter((seq) => seq > since && !told.includes(seq))).toEqual([]);
          expect(told.filter((seq) => !gone.includes(seq))).toEqual([]);
        }
      });
    },
  );

  test("[V6, V8] no others are even opened, whatever is asked for", LONG, () => {
    always((talk, attempts, chance) => {
      const since = chance % (talk.log.length + 1);
      for (const reader of READERS) {
        const opened = new Set<number>();
        seatView(talk.state, talk.log.slice(since), reader, since, (seq) => {
          opened.add(seq);
          return talk.words.get(seq);
        });
        const allowed = kept(talk, mayRead(talk, attempts, reader));
        expect([...opened].filter((seq) => !allowed.includes(seq))).toEqual([]);
      }
    });
  });

  test("[V1] the structure is the same for every seat, and all of it is there", LONG, () => {
    always((talk) => {
      for (const reader of READERS) {
        const { head, entries } = talk.view(reader);
        expect(head).toBe(talk.log.length);
        expect(entries.map(({ words, withdrawn, ...structure }) => structure)).toEqual(talk.log);
      }
    });
  });
});

describe("over time", () => {
  /** The views a seat had after each move, each with everything since the one before it that it asked for. */
  function* viewsOverTime(
    talk: Play,
    attempts: readonly Attempt[],
    reader: Reader,
    asks: (seq: number) => boolean,
  ) {
    let since = 0;
    for (const { after, refusal } of attempts) {
      if (refusal || !asks(after.head)) continue;
      const moves = talk.log.slice(since, after.head);
      yield seatView(after, moves, reader, since, (seq) => talk.words.get(seq));
      since = after.head;
    }
  }

  test("[V4] what a seat reads never becomes less", LONG, () => {
    always((talk, attempts) => {
      for (const reader of READERS) {
        let before: readonly number[] = [];
        for (const { after, refusal } of attempts) {
          if (refusal) continue;
          const log = talk.log.slice(0, after.head);
          const now = readIn(seatView(after, log, reader, 0, (seq) => talk.words.get(seq)));
          expect(before.filter((seq) => !now.includes(seq))).toEqual([]);
          before = now;
        }
      }
    });
  });

  test("[V7] piece by piece a seat gets what it would get asking once, and nothing twice", LONG, () => {
    always((talk, attempts, chance) => {
      const asks = (seq: number) => seq === talk.log.length || (seq * 7 + chance) % ((chance % 5) + 1) === 0;
      for (const reader of READERS) {
        const entries = new Map<number, object>();
        const words = new Map<number, Words>();
        for (const view of viewsOverTime(talk, attempts, reader, asks)) {
          for (const { words: said, ...structure } of view.entries) {
            expect(entries.has(structure.seq)).toBe(false);
            entries.set(structure.seq, structure);
            if (said) words.set(structure.seq, said);
          }
          for (const { seq, words: said } of view.revealed) {
            expect(words.has(seq)).toBe(false);
            expect(said).toBeDefined();
            if (said) words.set(seq, said);
          }
        }
        const pieces = [...entries].map(([seq, entry]) => {
          const said = words.get(seq);
          return said ? { ...entry, words: said } : entry;
        });
        // Whoever is there when somebody leaves begins anew, with what is left: this is about all that came before.
        const state = { ...talk.state, roster: { ...talk.roster, left: [], withdrawn: [] } };
        const atOnce = seatView(state, talk.log, reader, 0, (seq) => talk.words.get(seq));
        expect(pieces).toEqual(atOnce.entries);
      }
    });
  });
});
