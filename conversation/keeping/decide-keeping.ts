import { lastsAs } from "../agreements";
import { ACCEPTED, type BadDate, type Decision, refused } from "../refusals";
import { otherPartner, type Partner } from "../seats";
import { type Agreed, promisedBy } from "./agreed";
import type { Calendar } from "./calendar";
import type { Day, KeepingStructure } from "./keepings";
import type { OpenProposal, Register } from "./register";
import { yearsAfter } from "./years-after";

/** All that the rules know of what lasts between two people. */
export interface Place {
  readonly agreements: ReadonlyMap<string, Agreed>;
  readonly register: Register;
  /** One of the two has left the space for good. */
  readonly hasBeenLeft: boolean;
}

/** The server's idea of days, and the zone of whoever asks (an IANA name). */
export interface Days {
  readonly calendar: Calendar;
  readonly zone: string;
}

/** A day that somebody chooses lies no further ahead (years). */
export const FURTHEST = 10;
/** A rest from a commitment is for a while (days). */
const LONGEST_PAUSE = 366;

/** Whether a partner may do this now (B, C and O of SPEC.md). Sees the structure alone; words are looked at by keeping-words.ts. */
export function decideKeeping(place: Place, seat: Partner, keeping: KeepingStructure, days: Days): Decision {
  if (place.hasBeenLeft) return refused({ kind: "left" });
  switch (keeping.kind) {
    case "offer":
      return onOffer(place, keeping);
    case "propose":
      return onProposal(place, keeping, days);
    case "accept":
    case "decline":
    case "withdraw":
      return onAnswer(place, seat, keeping);
    case "end":
      return holding(place, keeping.agreement) ? ACCEPTED : GONE;
    case "crossed":
      return about(place, keeping, "boundary", () => ACCEPTED);
    case "report":
      return about(place, keeping, "commitment", (agreed) => onReport(place, seat, agreed, keeping, days));
    case "see":
      return onSight(place, seat, keeping.answers);
    case "make-good":
      return onMadeGood(place, seat, keeping.answers);
    case "reached":
      return about(place, keeping, "milestone", ({ id }) =>
        place.register.reached[id]?.[seat] === undefined ? ACCEPTED : NOT_OPEN,
      );
    case "how-was-it":
      return about(place, keeping, "plan", (agreed) => onOutlook(place, agreed, days));
    case "appreciate":
    case "letter":
      return ACCEPTED;
  }
}

const NOT_OPEN = refused({ kind: "not-open" });
/** What it names is not there any more, and nothing stands in its place. */
const GONE = refused({ kind: "stale", current: null });

function holding({ agreements }: Place, id: string): Agreed | null {
  const agreed = agreements.get(id);
  return agreed && !agreed.hasEnded ? agreed : null;
}

/** B3: of an agreement that holds, of this sort, in the wording that was on the screen. */
function about(
  place: Place,
  { agreement, version }: { readonly agreement: string; readonly version: number },
  sort: Agreed["sort"] | null,
  decide: (agreed: Agreed) => Decision,
): Decision {
  const agreed = holding(place, agreement);
  if (!agreed || agreed.version !== version) return GONE;
  return sort === null || lastsAs(agreed.sort) === sort ? decide(agreed) : NOT_OPEN;
}

/** B2: an offer is new, or stands in the place of one that waits. */
function onOffer({ register }: Place, { sort, amends }: KeepingStructure<"offer">): Decision {
  if (lastsAs(sort) !== sort) return NOT_OPEN; // a repair is offered in a conversation, and lasts as a commitment
  if (amends === undefined) return ACCEPTED;
  const before = register.open.find(({ seq }) => seq === amends);
  if (!before) return stale(register, amends);
  return before.kind === "offer" && before.sort === sort ? ACCEPTED : NOT_OPEN;
}

/**
 * B4: one proposal at a time for each agreement; another one takes its place, and says so. One that nobody can accept any
 * more (B6) stands in no other's way, and need not be named. Words that cannot be opened nobody can go on with.
 */
function onProposal(place: Place, proposal: KeepingStructure<"propose">, days: Days): Decision {
  return about(place, proposal, proposal.change === "pause" ? "commitment" : null, ({ id, terms }) => {
    const { register } = place;
    const current = register.open.find((one) => one.kind === "propose" && one.agreement === id);
    const isInTheWay = current !== undefined && isStillMeant(place, current);
    if (proposal.amends !== current?.seq && (isInTheWay || proposal.amends !== undefined))
      return refused({ kind: "stale", current: current?.seq ?? null });
    if (terms === null && proposal.change !== "end") return NOT_OPEN;
    if (proposal.change !== "pause")
      return proposal.from === undefined && proposal.until === undefined ? ACCEPTED : NOT_OPEN;
    return pauseIsSound(proposal, terms?.repeat?.zone ?? days.zone, days.calendar);
  });
}

/** B8: a rest has a first and a last day, is not over, and is for a while. */
function pauseIsSound(
  { from, until }: KeepingStructure<"propose">,
  zone: string,
  calendar: Calendar,
): Decision {
  if (from === undefined || !calendar.has(zone, from)) return badDate("from", "no-such-day");
  if (until === undefined || !calendar.has(zone, until)) return badDate("until", "no-such-day");
  if (until < from) return badDate("until", "before-start");
  if (until < calendar.today(zone)) return badDate("until", "past");
  if (from > yearsAfter(calendar.today(zone), FURTHEST)) return badDate("from", "too-far");
  return daysBetween(from, until) > LONGEST_PAUSE ? badDate("until", "too-far") : ACCEPTED;
}

/** B5: the other says yes or no; its author takes it back. */
function onAnswer(
  place: Place,
  seat: Partner,
  { kind, answers }: KeepingStructure<"accept" | "decline" | "withdraw">,
): Decision {
  const proposal = place.register.open.find(({ seq }) => seq === answers);
  if (!proposal) return stale(place.register, answers);
  if ((kind === "withdraw") !== (proposal.by === seat)) return refused({ kind: "not-your-turn" });
  return kind === "accept" && !isStillMeant(place, proposal) ? GONE : ACCEPTED;
}

/** Whether what a proposal is about still stands as it stood when it was made: it may have changed elsewhere. */
export function isStillMeant(place: Place, proposal: OpenProposal): boolean {
  return proposal.kind === "offer" || holding(place, proposal.agreement)?.version === proposal.version;
}

/** C1: by whoever promised it, of one of its days that has come and is no day of rest. C2: not the same again. */
function onReport(
  { register }: Place,
  seat: Partner,
  agreed: Agreed,
  { day, kept }: KeepingStructure<"report">,
  { calendar, zone }: Days,
): Decision {
  if (!promisedBy(agreed).includes(seat)) return refused({ kind: "not-your-turn" });
  const repeat = agreed.terms?.repeat ?? null;
  const where = repeat?.zone ?? zone;
  if (!calendar.has(where, day)) return badDate("day", "no-such-day");
  // What is promised by a day may be done before it.
  if (repeat?.every !== "once" && day > calendar.today(where)) return badDate("day", "not-yet");
  if (repeat && calendar.daysOf(repeat, day, day).length === 0) return badDate("day", "not-one-of-its");
  if (isResting(register, agreed.id, day)) return badDate("day", "resting");
  const told = register.reports.find(
    (one) => one.by === seat && one.agreement === agreed.id && one.day === day,
  );
  return told?.kept === kept ? NOT_OPEN : ACCEPTED;
}

/** Whether both have agreed that nothing is expected on that day. */
export function isResting({ pauses }: Register, agreement: string, day: Day): boolean {
  return pauses.some((pause) => pause.agreement === agreement && pause.from <= day && day <= pause.until);
}

/** B7 and C3: what was told is answered by the other, and by nobody else; the latest answer holds. */
function onSight({ register }: Place, seat: Partner, answers: number): Decision {
  const told = [...register.crossings, ...register.reports].find(({ seq }) => seq === answers);
  if (!told) return GONE;
  return told.by === otherPartner(seat) ? ACCEPTED : refused({ kind: "not-your-turn" });
}

/** C4: a miss is owned by whoever told of it. */
function onMadeGood({ register }: Place, seat: Partner, answers: number): Decision {
  const report = register.reports.find(({ seq }) => seq === answers);
  if (!report) return GONE;
  if (report.by !== seat) return refused({ kind: "not-your-turn" });
  return report.kept ? NOT_OPEN : ACCEPTED;
}

/** O2: from the day of a plan on, until both have written. */
function onOutlook({ register }: Place, { id, terms }: Agreed, { calendar, zone }: Days): Decision {
  const { a, b } = register.outlooks[id] ?? {};
  if (a !== undefined && b !== undefined) return NOT_OPEN;
  const on = terms?.on;
  return on && on > calendar.today(zone) ? badDate("day", "not-yet") : ACCEPTED;
}

/** G4: with the number of what stands in its place, however often that was amended. */
function stale({ open, amended }: Pick<Register, "open" | "amended">, seq: number): Decision {
  let last = seq;
  let next = amended[last];
  // What takes a place always comes later.
  while (next !== undefined && next > last) {
    last = next;
    next = amended[last];
  }
  const current = open.find((one) => one.seq === last && one.seq !== seq);
  return current ? refused({ kind: "stale", current: current.seq }) : GONE;
}

function daysBetween(from: Day, until: Day): number {
  return (Date.parse(until) - Date.parse(from)) / 86_400_000;
}

export function badDate(field: string, why: BadDate): Decision {
  return refused({ kind: "bad-date", field, why });
}
