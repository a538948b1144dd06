import type { Step } from "#conversation/guide";
import type { PartVerdict } from "#conversation/moves";
import type { Entry } from "#conversation/seat-view";
import { stepOf } from "#conversation/seat-view";
import type { Seat } from "#conversation/seats";
import { type State, statusOf } from "#conversation/state";

export type EntryOf<K extends Entry["kind"]> = Extract<Entry, { kind: K }>;

/** Something said about what the other has said, with the check that answered it, if it has been checked. */
export interface ReflectionLine {
  readonly kind: "reflection";
  readonly reflection: EntryOf<"reflect"> | EntryOf<"validate"> | EntryOf<"empathise">;
  /** It says back a whole turn, not the one thing before it. */
  readonly isOfTurn: boolean;
  readonly check: EntryOf<"check"> | null;
}
export interface RepairLine {
  readonly kind: "repair";
  readonly repair: EntryOf<"repair">;
  readonly answer: EntryOf<"answer-repair"> | null;
}
export interface WrittenLine {
  readonly kind: "written";
  readonly written: EntryOf<"write">;
  readonly readBy: "self" | "all";
  /** What was marked of it, part by part; null where nothing of it is ever marked. */
  readonly marks: Readonly<Record<string, PartVerdict>> | null;
}
/** A proposal that waits for nothing any more, and what became of it. */
export interface ProposalLine {
  readonly kind: "proposal";
  readonly proposal: EntryOf<"propose">;
  readonly outcome: "settled" | "declined" | "withdrawn" | "amended" | "lapsed";
}
/** Something a therapist did. */
export interface SteeredLine {
  readonly kind: "steered";
  readonly entry:
    | EntryOf<"hold">
    | EntryOf<"resume">
    | EntryOf<"skip-step">
    | EntryOf<"extend-turn">
    | EntryOf<"caucus">;
  /** Of a caucus: it ended with this. */
  readonly isEnd: boolean;
}
/** One line of the page of words. */
export type Line =
  | { readonly kind: "said"; readonly said: EntryOf<"say"> }
  | ReflectionLine
  | RepairLine
  | WrittenLine
  | ProposalLine
  | { readonly kind: "prompt"; readonly prompt: EntryOf<"prompt"> }
  | {
      readonly kind: "passed";
      readonly entry: EntryOf<"pass-floor"> | EntryOf<"heard"> | EntryOf<"hand-floor">;
    }
  | {
      readonly kind: "paused";
      readonly entry: EntryOf<"time-out"> | EntryOf<"return"> | EntryOf<"stop"> | EntryOf<"reopen">;
    }
  | SteeredLine;

/** What happened in one step, in order. */
export interface Chapter {
  readonly step: Step;
  readonly lines: readonly Line[];
}

/**
 * The page of words: what was said, step by step, as `reader` may read it. Of writings only the latest of each is
 * shown, and of another's only what can be read; what waits for an answer is not here but where it is asked.
 */
export function transcript(state: State, entries: readonly Entry[], reader: Seat): readonly Chapter[] {
  const given: Given = {
    checks: byAnswered<EntryOf<"check">>(entries, "check"),
    repairAnswers: byAnswered<EntryOf<"answer-repair">>(entries, "answer-repair"),
    outcomes: proposalOutcomes(state, entries),
    ofTurns: reflectionsOfTurns(entries),
    caucusEnds: endsOfCaucuses(entries),
  };
  const chapters = state.steps.map(({ progress }) => ({ step: progress.step, lines: [] as Line[] }));
  for (const entry of entries) {
    const begun = stepOf(state, entry.seq);
    const chapter = begun && chapters[state.steps.indexOf(begun)];
    const line = lineOf(state, entry, reader, given);
    if (chapter && line) chapter.lines.push(line);
  }
  return chapters;
}

/** What later moves said about earlier ones, by the number of the earlier one. */
interface Given {
  readonly checks: ReadonlyMap<number, EntryOf<"check">>;
  readonly repairAnswers: ReadonlyMap<number, EntryOf<"answer-repair">>;
  readonly outcomes: ReadonlyMap<number, ProposalLine["outcome"]>;
  readonly ofTurns: ReadonlySet<number>;
  readonly caucusEnds: ReadonlySet<number>;
}

function lineOf(state: State, entry: Entry, reader: Seat, given: Given): Line | null {
  switch (entry.kind) {
    case "say":
      return { kind: "said", said: entry };
    case "reflect":
    case "validate":
    case "empathise":
      return {
        kind: "reflection",
        reflection: entry,
        isOfTurn: given.ofTurns.has(entry.seq),
        check: given.checks.get(entry.seq) ?? null,
      };
    case "repair":
      return { kind: "repair", repair: entry, answer: given.repairAnswers.get(entry.seq) ?? null };
    case "write":
      return writtenLine(state, entry, reader);
    case "propose": {
      const outcome = given.outcomes.get(entry.seq);
      return outcome ? { kind: "proposal", proposal: entry, outcome } : null;
    }
    case "prompt":
      return { kind: "prompt", prompt: entry };
    case "pass-floor":
    case "heard":
    case "hand-floor":
      return { kind: "passed", entry };
    case "time-out":
    case "return":
    case "stop":
    case "reopen":
      return { kind: "paused", entry };
    case "hold":
    case "resume":
    case "skip-step":
    case "extend-turn":
    case "caucus":
      return { kind: "steered", entry, isEnd: given.caucusEnds.has(entry.seq) };
    default:
      return null;
  }
}

function writtenLine(state: State, written: EntryOf<"write">, reader: Seat): Line | null {
  const progress = stepOf(state, written.seq)?.progress;
  if (progress?.kind !== "write" || !Object.values(progress.latest).includes(written.seq)) return null;
  const mayRead = written.words !== undefined || written.unreadable === true || written.withdrawn === true;
  if (!mayRead) return null;
  const isPrivate = progress.step.seen === "self" && written.seat === reader;
  return { kind: "written", written, readBy: isPrivate ? "self" : "all", marks: marksOf(state, written.seq) };
}

function marksOf(state: State, seq: number): WrittenLine["marks"] {
  for (const { progress } of state.steps)
    if (progress.kind === "mark" && progress.of === seq) return progress.marks;
  return null;
}

/** The reflections that came after the floor had been given away: they say back the whole turn (D7). */
function reflectionsOfTurns(entries: readonly Entry[]): ReadonlySet<number> {
  const ofTurns = new Set<number>();
  let isLeaving = false;
  for (const { kind, seq } of entries) {
    if (kind === "say") isLeaving = false;
    if (kind === "pass-floor" || kind === "heard") isLeaving = true;
    if (kind === "reflect" && isLeaving) ofTurns.add(seq);
  }
  return ofTurns;
}

/** H5: the same again ends it. */
function endsOfCaucuses(entries: readonly Entry[]): ReadonlySet<number> {
  const ends = new Set<number>();
  let isOn = false;
  for (const { kind, seq } of entries) {
    if (kind !== "caucus") continue;
    if (isOn) ends.add(seq);
    isOn = !isOn;
  }
  return ends;
}

function proposalOutcomes(
  state: State,
  entries: readonly Entry[],
): ReadonlyMap<number, ProposalLine["outcome"]> {
  const outcomes = new Map<number, ProposalLine["outcome"]>();
  for (const entry of entries) {
    if (entry.kind === "accept") outcomes.set(entry.answers, "settled");
    if (entry.kind === "decline") outcomes.set(entry.answers, "declined");
    if (entry.kind === "withdraw") outcomes.set(entry.answers, "withdrawn");
    if (entry.kind === "propose" && entry.amends !== undefined) outcomes.set(entry.amends, "amended");
  }
  const hasLeft = statusOf(state) === "left"; // what waited for an answer gets none
  for (const { progress, endedBy } of state.steps)
    if ((endedBy !== null || hasLeft) && (progress.kind === "settle" || progress.kind === "review"))
      for (const { seq } of progress.offers.current) outcomes.set(seq, "lapsed");
  return outcomes;
}

type Answering = EntryOf<"check"> | EntryOf<"answer-repair">;

function byAnswered<A extends Answering>(entries: readonly Entry[], kind: A["kind"]): ReadonlyMap<number, A> {
  const ofKind = entries.filter((entry): entry is Entry & A => entry.kind === kind);
  return new Map(ofKind.map((entry) => [entry.answers, entry]));
}
