import { lastsAs } from "#conversation/agreements";
import { decideKeeping } from "#conversation/keeping/decide-keeping";
import type { Day } from "#conversation/keeping/keepings";
import type { Words } from "#conversation/moves";
import { otherPartner } from "#conversation/seats";
import type { KeepingRead, LastingOne, LastingView } from "#server/lasting/lasting-view";

/** An agreement in the wording that holds. */
interface Held {
  readonly id: string;
  readonly version: number;
  /** Null where they cannot be opened. */
  readonly words: Words | null;
}

/** A plan, and what of “How was it?” whoever reads may know. */
export interface Plan extends Held {
  /** Null where it cannot be read. */
  readonly on: Day | null;
  readonly outlook: Outlook;
}

/** How a plan was. */
export interface Outlook {
  readonly mayWrite: boolean;
  /** One's own line. */
  readonly mine: KeepingRead | null;
  /** The other's: there is none to know of until both have written. */
  readonly theirs: KeepingRead | null;
}

/** A small step, reached when both have said so. */
export interface Milestone extends Held {
  readonly month: string | null;
  readonly mayReach: boolean;
  readonly saidByMe: boolean;
  readonly saidByOther: boolean;
  /** When the second of the two said so; null while they have not. */
  readonly reachedAt: Date | null;
}

export interface PlansInTime {
  /** The next one first. */
  readonly coming: readonly Plan[];
  /** Whose day was not long ago, and of which not both have written how it was; the last one first. */
  readonly lookBack: readonly Plan[];
  /** The last one first. */
  readonly past: readonly Plan[];
}

/** For so long one is asked how a plan was (days). Later it can still be written where the plan stands. */
const ASKED_FOR = 30;

type View = Pick<LastingView, "agreements" | "place" | "keepings" | "space" | "calendar" | "zone">;

/** The plans of two people as they lie around today, as whoever reads counts days. */
export function plansInTime(view: View): PlansInTime {
  const today = view.calendar.today(view.zone);
  const all = view.agreements.filter(({ sort }) => lastsAs(sort) === "plan");
  const holding = all.filter(({ endedAt }) => endedAt === null).map((one) => toPlan(view, one));
  const over = holding.filter(({ on }) => on !== null && on < today);
  const isAsked = ({ on, outlook }: Plan) => daysBetween(on, today) <= ASKED_FOR && !outlook.theirs;
  const ended = all.filter(({ endedAt }) => endedAt !== null).map((one) => toPlan(view, one));
  const past = [...over.filter((one) => !isAsked(one)), ...ended.filter(({ outlook }) => outlook.theirs)];
  return {
    coming: holding.filter((one) => !over.includes(one)).sort(byDay),
    lookBack: over.filter(isAsked).sort(byDay).reverse(),
    past: past.sort(byDay).reverse(),
  };
}

/** The small steps of two people: those ahead by their months, and those reached, the last one first. */
export function milestonesIn(view: View) {
  const all = view.agreements
    .filter(({ sort, endedAt }) => lastsAs(sort) === "milestone" && endedAt === null)
    .map((one) => toMilestone(view, one));
  const at = ({ reachedAt }: Milestone) => reachedAt?.getTime() ?? 0;
  return {
    ahead: all.filter((one) => !one.reachedAt).sort((a, b) => compare(a.month, b.month)),
    reached: all.filter((one) => one.reachedAt).sort((a, b) => at(b) - at(a)),
  };
}

function toHeld({ id, wordings }: LastingOne): Held {
  const last = wordings.at(-1);
  return { id, version: last?.version ?? 0, words: last?.words ?? null };
}

function toPlan(view: View, one: LastingOne): Plan {
  const held = toHeld(one);
  const { seat } = view.space;
  const written = view.place.register.outlooks[one.id] ?? {};
  const line = (seq: number | undefined) => (seq === undefined ? null : (view.keepings.get(seq) ?? null));
  const mine = line(written[seat]);
  const theirs = mine && line(written[otherPartner(seat)]);
  const keeping = { kind: "how-was-it", agreement: one.id, version: held.version } as const;
  const mayWrite = decideKeeping(view.place, seat, keeping, view).ok;
  return { ...held, on: textIn(held.words, "on"), outlook: { mayWrite, mine, theirs } };
}

function toMilestone(view: View, one: LastingOne): Milestone {
  const held = toHeld(one);
  const { seat } = view.space;
  const said = view.place.register.reached[one.id] ?? {};
  const keeping = { kind: "reached", agreement: one.id, version: held.version } as const;
  const isReached = said.a !== undefined && said.b !== undefined;
  const second = isReached ? view.keepings.get(Math.max(said.a, said.b)) : undefined;
  return {
    ...held,
    month: textIn(held.words, "month"),
    mayReach: decideKeeping(view.place, seat, keeping, view).ok,
    saidByMe: said[seat] !== undefined,
    saidByOther: said[otherPartner(seat)] !== undefined,
    reachedAt: second?.at ?? null,
  };
}

function textIn(words: Words | null, name: string): string | null {
  const value = words?.[name];
  return typeof value === "string" && value !== "" ? value : null;
}

const byDay = (one: Plan, other: Plan): number => compare(one.on, other.on);

/** What has no day comes last. */
function compare(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one < other ? -1 : Number(one > other);
}

function daysBetween(from: Day | null, until: Day): number {
  return from === null ? 0 : (Date.parse(until) - Date.parse(from)) / 86_400_000;
}
