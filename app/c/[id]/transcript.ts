import type { Step } from "#conversation/guide";
import type { Entry } from "#conversation/seat-view";
import { stepOf } from "#conversation/seat-view";
import type { Seat } from "#conversation/seats";
import type { State } from "#conversation/state";

type EntryOf<K extends Entry["kind"]> = Extract<Entry, { kind: K }>;

/** A reflection with the check that answered it, if it has been checked. */
export interface ReflectionLine {
  readonly kind: "reflection";
  readonly reflection: EntryOf<"reflect">;
  readonly check: EntryOf<"check"> | null;
}
export interface RepairLine {
  readonly kind: "repair";
  readonly repair: EntryOf<"repair">;
  readonly answer: EntryOf<"answer-repair"> | null;
}
/** One line of the page of words. */
export type Line =
  | { readonly kind: "said"; readonly said: EntryOf<"say"> }
  | ReflectionLine
  | RepairLine
  | { readonly kind: "written"; readonly written: EntryOf<"write">; readonly readBy: "self" | "all" }
  | { readonly kind: "passed"; readonly entry: EntryOf<"pass-floor"> | EntryOf<"heard"> }
  | {
      readonly kind: "paused";
      readonly entry: EntryOf<"time-out"> | EntryOf<"return"> | EntryOf<"stop"> | EntryOf<"reopen">;
    };

/** What happened in one step, in order. */
export interface Chapter {
  readonly step: Step;
  readonly lines: readonly Line[];
}

/**
 * The page of words: what was said, step by step, as `reader` may read it.
 * Of writings only the latest of each is shown, and of another's only what can be read.
 */
export function transcript(state: State, entries: readonly Entry[], reader: Seat): readonly Chapter[] {
  const checks = checksIn(entries);
  const answers = repairAnswersIn(entries);
  const chapters = state.steps.map(({ progress }) => ({ step: progress.step, lines: [] as Line[] }));
  for (const entry of entries) {
    const begun = stepOf(state, entry.seq);
    const chapter = begun && chapters[state.steps.indexOf(begun)];
    const line = lineOf(state, entry, reader, checks, answers);
    if (chapter && line) chapter.lines.push(line);
  }
  return chapters;
}

function lineOf(
  state: State,
  entry: Entry,
  reader: Seat,
  checks: ReadonlyMap<number, EntryOf<"check">>,
  answers: ReadonlyMap<number, EntryOf<"answer-repair">>,
): Line | null {
  switch (entry.kind) {
    case "say":
      return { kind: "said", said: entry };
    case "reflect":
      return { kind: "reflection", reflection: entry, check: checks.get(entry.seq) ?? null };
    case "repair":
      return { kind: "repair", repair: entry, answer: answers.get(entry.seq) ?? null };
    case "write":
      return writtenLine(state, entry, reader);
    case "pass-floor":
    case "heard":
      return { kind: "passed", entry };
    case "time-out":
    case "return":
    case "stop":
    case "reopen":
      return { kind: "paused", entry };
    default:
      return null;
  }
}

function writtenLine(state: State, written: EntryOf<"write">, reader: Seat): Line | null {
  const progress = stepOf(state, written.seq)?.progress;
  if (progress?.kind !== "write" || !Object.values(progress.latest).includes(written.seq)) return null;
  const mayRead = written.words !== undefined || written.unreadable === true;
  if (!mayRead) return null;
  const isPrivate = progress.step.seen === "self" && written.seat === reader;
  return { kind: "written", written, readBy: isPrivate ? "self" : "all" };
}

function checksIn(entries: readonly Entry[]): ReadonlyMap<number, EntryOf<"check">> {
  return new Map(
    entries.flatMap((entry) => (entry.kind === "check" ? [[entry.answers, entry] as const] : [])),
  );
}

function repairAnswersIn(entries: readonly Entry[]): ReadonlyMap<number, EntryOf<"answer-repair">> {
  return new Map(
    entries.flatMap((entry) => (entry.kind === "answer-repair" ? [[entry.answers, entry] as const] : [])),
  );
}
