import fc from "fast-check";
import { OUTCOMES, PROPOSAL_SORTS } from "../agreements";
import type { Guide, Step } from "../guide";
import { GUIDES } from "../guides/catalogue";
import { type MoveKind, PACES, PART_VERDICTS, REPAIR_FAMILIES, type Structure } from "../moves";
import type { OpenMove } from "../open-move";
import type { Refusal } from "../refusals";
import { rosterFor } from "../roster-for";
import { PARTNERS, type Partner, type Seat } from "../seats";
import type { State } from "../state";
import { type Choices, EVERY_KIND, structureOf, structureOfOpen } from "./any-move";
import {
  account,
  DUE,
  marking,
  pairGuide,
  reading,
  reviewing,
  settling,
  soloGuide,
  talking,
  writing,
} from "./guides";
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
  readonly choices: Omit<Choices, "answers" | "amends" | "returnAt" | "meetAt"> & {
    readonly doesAmend: boolean;
  };
}

export interface Plan {
  readonly guide: Guide;
  readonly role: string | undefined;
  readonly therapist: boolean;
  /** How many agreements are due. */
  readonly due: number;
  readonly alone: boolean;
  readonly turns: readonly Turn[];
  /** Who leaves for good before the last turns, and whether they take their words back; null while all stay. */
  readonly leaving: Leaving | null;
}

interface Leaving {
  readonly seats: readonly Partner[];
  readonly doWithdraw: boolean;
  /** How many turns come after. */
  readonly turnsAfter: number;
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
    pace: fc.constantFrom(...PACES),
    accepted: fc.boolean(),
    sort: fc.constantFrom(...PROPOSAL_SORTS),
    part: fc.constantFrom("story", "harm", "nothing"),
    doesAmend: fc.boolean(),
    reviews: fc.constantFrom(null, null, ...DUE.map(({ id }) => id)),
    outcome: fc.constantFrom(...OUTCOMES),
    partner: fc.constantFrom(...PARTNERS),
    minutes: fc.integer({ min: 1, max: 10 }),
  }),
});

const anyWho = fc.constantFrom("each" as const, { role: "first" }, { role: "second" });
const anySeen = fc.constantFrom("self", "therapist", "together", "together", "at-once");
const anyRole = fc.constantFrom("first", "second");

const anyReading: fc.Arbitrary<Step> = fc.constant(reading());
const anyWriting: fc.Arbitrary<Step> = fc
  .record({ who: anyWho, seen: anySeen })
  .map((options) => writing(options));
/** Each option of a turn's end is there or not. */
const anyWayOut = fc
  .record({ summary: fc.boolean(), validate: fc.boolean(), empathise: fc.boolean() })
  .map(({ summary, validate, empathise }) => ({
    ...(summary && { summary: true as const }),
    ...(validate && { validate: true as const }),
    ...(empathise && { empathise: true as const }),
  }));
const anyDialogue: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(anyRole, anyWayOut).map(([first, wayOut]) => talking({ first, ...wayOut })),
  fc.tuple(anyRole, anyWayOut).map(([first, wayOut]) => talking({ first, once: true, ...wayOut })),
  fc.tuple(anyRole, anyWayOut).map(([only, wayOut]) => talking({ only, ...wayOut })),
);
const anySettling: fc.Arbitrary<Step> = fc.constantFrom(...PROPOSAL_SORTS).map((sort) => settling({ sort }));
/** What is marked, and right after it the marking by the other role. */
const accountAndMarks = anyRole.map((by): readonly Step[] => [
  account({ who: { role: by === "first" ? "second" : "first" } }),
  marking({ by }),
]);

function numbered(chosen: readonly (readonly Step[])[]): readonly Step[] {
  let account = "";
  return chosen.flat().map((step, index) => {
    const id = `step-${index}`;
    if (step.kind === "mark") return { ...step, id, of: account };
    if (step.id === "account") account = id;
    return { ...step, id };
  });
}
const one = (step: fc.Arbitrary<Step>) => step.map((made) => [made]);
const stepsOf = (...kinds: readonly fc.Arbitrary<readonly Step[]>[]) =>
  fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 4 }).map(numbered);

const forOne = [one(anyReading), one(anyWriting)];
const forTwo = [...forOne, one(anyDialogue), one(anySettling), fc.constant([reviewing()]), accountAndMarks];

/** A shipped guide, or a small one put together from steps with every option there is. */
export const anyGuide: fc.Arbitrary<Guide> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...GUIDES) },
  { weight: 5, arbitrary: stepsOf(...forTwo).map((steps) => pairGuide(...steps)) },
  { weight: 1, arbitrary: stepsOf(...forOne).map(aloneWithBothRoles) },
);

function aloneWithBothRoles(steps: readonly Step[]): Guide {
  return { ...soloGuide(...steps), roles: pairGuide().roles };
}

export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  guide: anyGuide,
  role: fc.constantFrom("first", "second", undefined),
  therapist: fc.boolean(),
  due: fc.nat(DUE.length),
  alone: fc.nat(9).map((number) => number === 0),
  turns: fc.array(anyTurn, { maxLength: 60, size: "max" }),
  leaving: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: fc.record({
        seats: fc.constantFrom<(readonly Partner[])[]>(["a"], ["b"], ["a", "b"]),
        doWithdraw: fc.boolean(),
        turnsAfter: fc.nat(4),
      }),
    },
  ),
});

/** Plays a plan to its end. Every accepted move carries words that no other carries. Nothing in it can be changed. */
export function playOut(plan: Plan): { readonly talk: Play; readonly attempts: readonly Attempt[] } {
  const roster = {
    ...rosterFor(plan.guide, plan.role, { alone: plan.alone }),
    therapist: plan.therapist,
    due: DUE.slice(0, plan.due),
  };
  const talk = new Play(deepFreeze(plan.guide), deepFreeze(roster));
  const { turns } = plan;
  const leaving = roster.partners.length > 1 ? plan.leaving : null;
  const leavesBefore = leaving && Math.max(0, turns.length - leaving.turnsAfter);
  const attempts = turns.flatMap((turn, index) => {
    if (leaving && index === leavesBefore) talk.leave(leaving.seats, leaving.doWithdraw);
    talk.later(turn.wait);
    const tried = trying(talk, turn);
    return tried ? [attempt(talk, tried.seat, tried.move)] : [];
  });
  if (leaving && leavesBefore === turns.length) talk.leave(leaving.seats, leaving.doWithdraw);
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
  const answers = talk.state.head - turn.back;
  const { doesAmend, ...chosenFreely } = turn.choices;
  const choices = {
    ...chosenFreely,
    answers,
    amends: doesAmend ? answers : null,
    returnAt: timeIn(talk, turn),
    meetAt: timeIn(talk, turn),
  };
  if (turn.move !== "next" && turn.move !== "open")
    return { seat: turn.seat, move: structureOf(turn.move, choices) };
  const offered =
    turn.move === "next" ? bringingOn(talk) : talk.open(turn.seat).map((open) => ({ seat: turn.seat, open }));
  const chosen = offered[turn.pick % offered.length];
  if (!chosen) return undefined;
  return { seat: chosen.seat, move: structureOfOpen(chosen.open, choices) };
}

/** All that brings the conversation on: moves of the step, or what ends a stop or a time-out that is over. */
function bringingOn(talk: Play): readonly { readonly seat: Seat; readonly open: OpenMove }[] {
  const ends: readonly MoveKind[] = ["reopen", "return", "resume", "caucus"];
  const seats: readonly Seat[] = [
    ...talk.roster.partners,
    ...(talk.status === "held" ? (["t"] as const) : []),
  ];
  return seats.flatMap((seat) => {
    const open = talk.status === "running" && seat !== "t" ? talk.openInStep(seat) : talk.open(seat);
    return open
      .filter(({ kind }) => talk.status === "running" || ends.includes(kind))
      .map((one) => ({ seat, open: one }));
  });
}

function timeIn(talk: Play, { ahead }: Turn): string {
  return ahead === null ? "some time" : talk.in(ahead);
}

function deepFreeze<Thing>(thing: Thing): Thing {
  if (typeof thing !== "object" || thing === null || Object.isFrozen(thing)) return thing;
  for (const inside of Object.values(Object.freeze(thing))) deepFreeze(inside);
  return thing;
}
