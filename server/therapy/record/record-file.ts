import { guideFor } from "../../guide-for";
import type { ReadingLocale } from "../../locale-of";
import { type AgreementRecord, wordingRecords } from "../../takeout/lasting-record";
import type { NotesOfWork } from "../notes/read-notes";
import type { Summary } from "../summaries/open-summaries";
import type { Quote } from "../summaries/quotes";
import type { WorkRecord } from "./work-record";

// The same as on paper, for machines. Instants are ISO 8601.

/** A therapist’s notes about one couple. */
function notesRecord({ couple, endedAt, keptUntil, notes }: NotesOfWork) {
  return {
    couple: coupleRecord(couple),
    since: couple.since.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    keptUntil: keptUntil?.toISOString() ?? null,
    notes: notes.map(({ id, createdAt, changedAt, words }) => ({
      id,
      createdAt: createdAt.toISOString(),
      changedAt: changedAt.toISOString(),
      words,
    })),
  };
}

/** A file of notes. */
export function notesFile(works: readonly NotesOfWork[], now: Date) {
  return { format: "evenground-notes/1", madeAt: now.toISOString(), works: works.map(notesRecord) };
}

/** A record of the work with one couple. */
export function recordFile(record: WorkRecord, locale: ReadingLocale, now: Date) {
  const { couple, therapist, zone, attendance, summaries, agreements } = record;
  return {
    format: "evenground-work/1",
    madeAt: now.toISOString(),
    therapist,
    couple: coupleRecord(couple),
    since: couple.since.toISOString(),
    /** In which days are counted. */
    zone,
    attendance: attendance.map(({ conversationId, guide, days }) => ({
      conversationId,
      guide: { id: guide.id, version: guide.version, title: guideFor(guide, locale).title },
      days,
    })),
    summaries: summaries.map(summaryRecord),
    agreements: agreements?.flatMap((one): readonly AgreementRecord[] => wordingRecords(one)) ?? null,
  };
}

/** A summary as its reader reads it now. */
export interface SummaryRecord {
  readonly id: string;
  readonly at: string;
  readonly withdrawnAt: string | null;
  readonly text: string | null;
  readonly quotes: readonly {
    readonly conversationId: string;
    readonly seq: number;
    readonly seat: Quote["seat"];
    readonly at: string | null;
    /** In which step of its guide. */
    readonly asked: Quote["asked"];
    readonly words: Quote["words"];
    /** Whoever wrote them has taken them back. */
    readonly takenBack: boolean;
  }[];
}

export function summaryRecord({ id, at, withdrawnAt, text, quotes }: Summary): SummaryRecord {
  return {
    id,
    at: at.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    text,
    quotes: quotes.map(({ conversationId, seq, seat, at: saidAt, asked, words, isGone }) => ({
      ...{ conversationId, seq, seat, at: saidAt, asked, words },
      takenBack: isGone,
    })),
  };
}

function coupleRecord({ partners }: WorkRecord["couple"]) {
  return { a: partners[0].name, b: partners[1].name };
}
