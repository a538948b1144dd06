import fc from "fast-check";
import { rosterFor } from "../check-guide";
import type { Guide, Step } from "../guide";
import { speakAndReflect } from "../guides/speak-and-reflect";
import { type MoveKind, PART_VERDICTS, PROPOSAL_SORTS, REPAIR_FAMILIES, type Structure } from "../moves";
import type { OpenMove } from "../open-move";
import type { Refusal } from "../refusals";
import { PARTNERS, type Partner, type Seat } from "../seats";
import type { State } from "../state";
import { type Choices, EVERY_KIND, structureOf } from "./any-move";
import { pairGuide, reading, soloGuide, talking, writing } from "./guides";
import { HOUR, MINUTE, Play } from "./play";

/** One try: `next` brings the conversation on, `open` is anything open to the seat, a kind is that kind, open or not. */
interface Turn {
  readonly seat: Seat;
  readonly move: "next" | "open" | MoveKind;
  /** Which of the moves there are, counted round and round. */
  readonly pick: number;
  /** How many numbers back the move is that this one answers. */
  readonly back: number;
  /** Milliseconds from now to the return time; null for one that is no time at all. */
  readonly ahead: number | null;
  /** Milliseconds that pass before. */
  readonly wait: number;
  readonly choices: Omit<Choices, "answers" | "returnAt">;
}

export interface Plan {
  readonly guide: Guide;
  readonly role: string | undefined;
  readonly therapist: boolean;
  readonly turns: readonly Turn[];
}

/** What came of one try. */
export interface Attempt {
  readonly seat: Seat;
  readonly move: Structure;
  readonly now: number;
  readonly refusal: Refusal | null;
  readonly before: State;
  readonly after: State;
}

const anyTurn: fc.Arbitrary<Turn> = fc.record({
  seat: fc.constantFrom<Seat>("a", "a", "a", "b", "b", "b", "t"),
  move: fc.oneof(
    { weight: 12, arbitrary: fc.constant("next" as const) },
    { weight: 4, arbitrary: fc.constant("open" as const) },
    { weight: 3, arbitrary: fc.constantFrom(...EVERY_KIND) },
  ),
  pick: fc.nat(11),
  back: fc.integer({ min: -2, max: 12 }),
  ahead: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 20 * MINUTE, max: 24 * HOUR }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(null, 0, 20 * MINUTE - 1, 20 * MINUTE, 24 * HOUR, 24 * HOUR + 1),
    },
  ),
  wait: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 30 * HOUR }) },
  ),
  choices: fc.record({
    aloud: fc.boolean(),
    verdict: fc.constantFrom("yes", "yes", "partly", "no"),
    partVerdict: fc.constantFrom(...PART_VERDICTS),
    family: fc.constantFrom(...REPAIR_FAMILIES),
    taken: fc.boolean(),
    sort: fc.constantFrom(...PROPOSAL_SORTS),
    partner: fc.constantFrom(...PARTNERS),
  }),
});

const anyWho = fc.constantFrom("each" as const, { role: "first" }, { role: "second" });
const anySeen = fc.constantFrom("self", "therapist", "together", "together", "at-once");
const anyRole = fc.constantFrom("first", "second");

const anyReading: fc.Arbitrary<Step> = fc.constant(reading());
const anyWriting: fc.Arbitrary<Step> = fc
  .record({ who: anyWho, seen: anySeen })
  .map((options) => writing(options));
const anyDialogue: fc.Arbitrary<Step> = fc.oneof(
  anyRole.map((first) => talking({ first })),
  anyRole.map((first) => talking({ first, once: true })),
  anyRole.map((only) => talking({ only })),
);

const numbered = (steps: readonly Step[]) => steps.map((step, index) => ({ ...step, id: `step-${index}` }));
const stepsOf = (...kinds: readonly fc.Arbitrary<Step>[]) =>
  fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 4 }).map(numbered);

/** A shipped guide, or a small one put together from steps with every option there is. */
export const anyGuide: fc.Arbitrary<Guide> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(speakAndReflect) },
  { weight: 4, arbitrary: stepsOf(anyReading, anyWriting, anyDialogue).map((steps) => pairGuide(...steps)) },
  { weight: 1, arbitrary: stepsOf(anyReading, anyWriting).map(aloneWithBothRoles) },
);

function aloneWithBothRoles(steps: readonly Step[]): Guide {
  return { ...soloGuide(...steps), roles: pairGuide().roles };
}

export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  guide: anyGuide,
  role: fc.constantFrom("first", "second", undefined),
  therapist: fc.boolean(),
  turns: fc.array(anyTurn, { maxLength: 60, size: "max" }),
});

/** Plays a plan to its end. Every accepted move carries words that no other carries. Nothing in it can be changed. */
export function playOut(plan: Plan): { readonly talk: Play; readonly attempts: readonly Attempt[] } {
  const roster = { ...rosterFor(plan.guide, plan.role), therapist: plan.therapist };
  const talk = new Play(deepFreeze(plan.guide), deepFreeze(roster));
  const attempts = plan.turns.flatMap((turn) => {
    talk.later(turn.wait);
    const tried = trying(talk, turn);
    return tried ? [attempt(talk, tried.seat, tried.move)] : [];
  });
  return { talk, attempts };
}

function attempt(talk: Play, seat: Seat, move: Structure): Attempt {
  const before = deepFreeze(talk.state);
  const refusal = talk.refusal(seat, move);
  if (!refusal) talk.record(seat, { ...move, words: { text: wordsOf(before.head + 1) } });
  return { seat, move, now: talk.now, refusal, before, after: talk.state };
}

/** The words that the move of this number carries, and the numbers of all whose words are found in a text. */
const wordsOf = (seq: number) => `said-in-${seq}-`;
export function numbersOfWordsIn(text: string): readonly number[] {
  return [...text.matchAll(/said-in-(\d+)-/g)].map(([, seq]) => Number(seq)).sort((x, y) => x - y);
}

function trying(talk: Play, turn: Turn): { readonly seat: Seat; readonly move: Structure } | undefined {
  const choices = { ...turn.choices, answers: talk.state.head - turn.back, returnAt: returnAt(talk, turn) };
  if (turn.move !== "next" && turn.move !== "open")
    return { seat: turn.seat, move: structureOf(turn.move, choices) };
  const offered =
    turn.move === "next" ? bringingOn(talk) : talk.open(turn.seat).map((open) => ({ seat: turn.seat, open }));
  const chosen = offered[turn.pick % offered.length];
  if (!chosen) return undefined;
  const { kind, answers = choices.answers } = chosen.open;
  return { seat: chosen.seat, move: structureOf(kind, { ...choices, answers }) };
}

/** All that brings the conversation on: moves of the step, or what ends a stop or a time-out that is over. */
function bringingOn(talk: Play): readonly { readonly seat: Partner; readonly open: OpenMove }[] {
  const ends: readonly MoveKind[] = ["reopen", "return"];
  return talk.roster.partners.flatMap((seat) => {
    const open = talk.status === "running" ? talk.openInStep(seat) : talk.open(seat);
    return open
      .filter(({ kind }) => talk.status === "running" || ends.includes(kind))
      .map((one) => ({ seat, open: one }));
  });
}

function returnAt(talk: Play, { ahead }: Turn): string {
  return ahead === null ? "some time" : talk.in(ahead);
}

function deepFreeze<Thing>(thing: Thing): Thing {
  if (typeof thing !== "object" || thing === null || Object.isFrozen(thing)) return thing;
  for (const inside of Object.values(Object.freeze(thing))) deepFreeze(inside);
  return thing;
}
