import type { Answers } from "#conversation/check-ins/statements";
import type { Seat } from "#conversation/seats";
import { readSpaces } from "#db/spaces";
import { ownCheckIns } from "../check-ins/read-check-ins";
import type { LetterWords } from "../letters/letter-words";
import { ownLetters } from "../letters/read-letters";
import type { Reader } from "../therapy/couple-seen";
import { type SummaryRecord, summaryRecord } from "../therapy/record/record-file";
import { ownSummaries } from "../therapy/summaries/own-summaries";

/** One answer that somebody else may read, and who that is. */
export interface ShareRecord {
  readonly statement: string;
  readonly spaceId: string;
  readonly seat: Seat;
  /** Null where nobody is called anything there. */
  readonly name: string | null;
}

export interface CheckInRecord {
  readonly at: string;
  /** Null where they cannot be opened. */
  readonly answers: Answers | null;
  /** By the id of the statement, or `whole`. */
  readonly notes: Readonly<Record<string, string>>;
  readonly sharedWith: readonly ShareRecord[];
}

export interface LetterRecord {
  readonly createdAt: string;
  readonly changedAt: string;
  readonly sentAt: string | null;
  /** The space it was sent in. */
  readonly sentIn: string | null;
  /** Null where they cannot be opened. */
  readonly words: LetterWords | null;
}

/** What somebody keeps alone. */
export interface OwnRecord {
  readonly checkIns: readonly CheckInRecord[];
  readonly letters: readonly LetterRecord[];
  /** What they shared with couples as a therapist; of what is quoted there the numbers alone. */
  readonly summaries: readonly SummaryRecord[];
}

export async function ownRecord(reader: Reader, personId: string, now: Date): Promise<OwnRecord> {
  const checkIns = await ownCheckIns(reader, personId);
  const letters = await ownLetters(reader, personId);
  const summaries = await ownSummaries(reader, personId, now);
  const spaces = await readSpaces(reader.db, personId);
  const nameIn = (spaceId: string) => spaces.find(({ id }) => id === spaceId)?.other ?? null;
  return {
    checkIns: checkIns.map(({ at, answers, unreadable, notes, shares }) => ({
      at: at.toISOString(),
      answers: unreadable ? null : answers,
      notes,
      sharedWith: shares.map(({ statement, spaceId, toSeat }) => ({
        statement,
        spaceId,
        seat: toSeat,
        name: toSeat === "t" ? null : nameIn(spaceId),
      })),
    })),
    letters: [...letters].reverse().map(({ createdAt, changedAt, sentAt, sentIn, words }) => ({
      createdAt: createdAt.toISOString(),
      changedAt: changedAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
      sentIn: sentAt && sentIn,
      words,
    })),
    summaries: summaries.map(summaryRecord),
  };
}
