import type { ProposalSort } from "../agreements";
import type { Partner } from "../seats";
import type { Change, Day, RecordedKeeping, Sight } from "./keepings";

/** An offer or a proposal that waits for the other. */
export type OpenProposal = {
  readonly seq: number;
  readonly by: Partner;
  /** In whose words it speaks: whoever first offered it (S2). */
  readonly of: Partner;
} & (
  | { readonly kind: "offer"; readonly sort: ProposalSort }
  | {
      readonly kind: "propose";
      readonly agreement: string;
      readonly version: number;
      readonly change: Change;
      readonly from?: Day;
      readonly until?: Day;
    }
);

/** What somebody told of one day of a commitment. */
export interface Report {
  readonly seq: number;
  readonly by: Partner;
  readonly agreement: string;
  readonly day: Day;
  readonly kept: boolean;
  /** What the other said to it. */
  readonly sight: { readonly seq: number; readonly sight: Sight } | null;
  /** The number of the keeping by which a miss was made good. */
  readonly good: number | null;
}

export interface Crossing {
  readonly seq: number;
  readonly by: Partner;
  readonly agreement: string;
  readonly version: number;
  readonly sight: { readonly seq: number; readonly sight: Sight } | null;
}

/** From the first day of a rest to its last one, both of them in it. */
export interface Pause {
  readonly seq: number;
  readonly agreement: string;
  readonly from: Day;
  readonly until: Day;
}

/** What two people have done about what lasts between them, as the rules see it. */
export interface Register {
  /** The number of the last one; 0 before the first. */
  readonly head: number;
  readonly open: readonly OpenProposal[];
  /** What took the place of a proposal that was amended. */
  readonly amended: Readonly<Record<number, number>>;
  readonly crossings: readonly Crossing[];
  /** The latest of each day and person. */
  readonly reports: readonly Report[];
  readonly pauses: readonly Pause[];
  /** Who has said so of which milestone, and with which number. */
  readonly reached: Readonly<Record<string, Partial<Readonly<Record<Partner, number>>>>>;
  /** Who has written how a plan was; the number of the latest. */
  readonly outlooks: Readonly<Record<string, Partial<Readonly<Record<Partner, number>>>>>;
  readonly appreciations: readonly { readonly seq: number; readonly by: Partner }[];
  readonly letters: readonly { readonly seq: number; readonly by: Partner }[];
}

export const EMPTY_REGISTER: Register = {
  head: 0,
  open: [],
  amended: {},
  crossings: [],
  reports: [],
  pauses: [],
  reached: {},
  outlooks: {},
  appreciations: [],
  letters: [],
};

/**
 * The register of all that was kept, in order. Total: it never throws, whatever it is given, and it decides nothing: what
 * is stored was accepted when it was made. Years of a daily promise are many; each is looked at once.
 * @param ofAgreement in whose words an agreement speaks; its author's where it is unknown
 */
export function registerOf(
  keepings: readonly RecordedKeeping[],
  ofAgreement: (id: string) => Partner | undefined,
): Register {
  return evolveRegister(EMPTY_REGISTER, keepings, ofAgreement);
}

/** The register after some more, as above. */
export function evolveRegister(
  register: Register,
  keepings: readonly RecordedKeeping[],
  ofAgreement: (id: string) => Partner | undefined,
): Register {
  const ledger = opened(register);
  for (const keeping of keepings) record(ledger, keeping, ofAgreement);
  return closed(ledger);
}

/** A register while it is being written. */
interface Ledger {
  head: number;
  open: readonly OpenProposal[];
  readonly amended: Record<number, number>;
  readonly crossings: Map<number, Crossing>;
  /** By number, the latest of each day and person. */
  readonly reports: Map<number, Report>;
  /** The number of the latest report, by agreement, person and day. */
  readonly told: Map<string, number>;
  readonly pauses: Pause[];
  readonly reached: Record<string, Partial<Readonly<Record<Partner, number>>>>;
  readonly outlooks: Record<string, Partial<Readonly<Record<Partner, number>>>>;
  readonly appreciations: Register["appreciations"][number][];
  readonly letters: Register["letters"][number][];
}

function opened(register: Register): Ledger {
  return {
    head: register.head,
    open: register.open,
    amended: { ...register.amended },
    crossings: new Map(register.crossings.map((one) => [one.seq, one])),
    reports: new Map(register.reports.map((one) => [one.seq, one])),
    told: new Map(register.reports.map((one) => [dayOf(one), one.seq])),
    pauses: [...register.pauses],
    reached: { ...register.reached },
    outlooks: { ...register.outlooks },
    appreciations: [...register.appreciations],
    letters: [...register.letters],
  };
}

function closed({ told: _, crossings, reports, ...rest }: Ledger): Register {
  return { ...rest, crossings: [...crossings.values()], reports: [...reports.values()] };
}

const dayOf = ({ agreement, by, day }: Pick<Report, "agreement" | "by" | "day">): string =>
  `${agreement} ${by} ${day}`;

function record(
  ledger: Ledger,
  keeping: RecordedKeeping,
  ofAgreement: (id: string) => Partner | undefined,
): void {
  const { seq, seat: by } = keeping;
  ledger.head = seq;
  switch (keeping.kind) {
    case "offer":
    case "propose":
      recordProposal(ledger, keeping, ofAgreement);
      return;
    case "accept":
      recordAcceptance(ledger, keeping.answers);
      return;
    case "decline":
    case "withdraw":
      ledger.open = withoutSeq(ledger.open, keeping.answers);
      return;
    case "end":
      ledger.open = ledger.open.filter((one) => !isAbout(one, keeping.agreement));
      return;
    case "crossed": {
      const { agreement, version } = keeping;
      ledger.crossings.set(seq, { seq, by, agreement, version, sight: null });
      return;
    }
    case "report": {
      const { agreement, day, kept } = keeping;
      const report: Report = { seq, by, agreement, day, kept, sight: null, good: null };
      const before = ledger.told.get(dayOf(report));
      if (before !== undefined) ledger.reports.delete(before);
      ledger.told.set(dayOf(report), seq);
      ledger.reports.set(seq, report);
      return;
    }
    case "see": {
      const sight = { seq, sight: keeping.sight };
      change(ledger.reports, keeping.answers, { sight });
      change(ledger.crossings, keeping.answers, { sight });
      return;
    }
    case "make-good":
      change(ledger.reports, keeping.answers, { good: seq });
      return;
    case "reached":
      say(ledger.reached, keeping.agreement, by, seq);
      return;
    case "how-was-it":
      say(ledger.outlooks, keeping.agreement, by, seq);
      return;
    case "appreciate":
      ledger.appreciations.push({ seq, by });
      return;
    case "letter":
      ledger.letters.push({ seq, by });
      return;
    default:
      keeping satisfies never; // of a later release: counted, and nothing else
  }
}

/** What is not there stays as little there as before. */
function change<One extends object>(all: Map<number, One>, seq: number, to: Partial<One>): void {
  const one = all.get(seq);
  if (one) all.set(seq, { ...one, ...to });
}

function say(all: Ledger["reached"], agreement: string, by: Partner, seq: number): void {
  all[agreement] = { ...all[agreement], [by]: seq };
}

function recordProposal(
  ledger: Ledger,
  keeping: RecordedKeeping<"offer" | "propose">,
  ofAgreement: (id: string) => Partner | undefined,
): void {
  const { seq, seat: by, amends } = keeping;
  const before = ledger.open.find((one) => one.seq === amends);
  const proposal: OpenProposal =
    keeping.kind === "offer"
      ? { seq, by, of: before?.of ?? by, kind: "offer", sort: keeping.sort }
      : {
          seq,
          by,
          of: ofAgreement(keeping.agreement) ?? by,
          kind: "propose",
          agreement: keeping.agreement,
          version: keeping.version,
          change: keeping.change,
          ...(keeping.from !== undefined && { from: keeping.from }),
          ...(keeping.until !== undefined && { until: keeping.until }),
        };
  const isReplaced = (one: OpenProposal) =>
    one.seq === amends || (keeping.kind === "propose" && isAbout(one, keeping.agreement));
  for (const one of ledger.open.filter(isReplaced)) ledger.amended[one.seq] = seq;
  ledger.open = [...ledger.open.filter((one) => !isReplaced(one)), proposal];
}

/** A pause that both said yes to is one; whatever else was agreed to is kept with the agreements. */
function recordAcceptance(ledger: Ledger, answers: number): void {
  const accepted = ledger.open.find((one) => one.seq === answers);
  ledger.open = withoutSeq(ledger.open, answers);
  if (accepted?.kind !== "propose" || accepted.change !== "pause") return;
  const { seq, agreement, from, until } = accepted;
  if (from !== undefined && until !== undefined) ledger.pauses.push({ seq, agreement, from, until });
}

function withoutSeq(open: readonly OpenProposal[], seq: number): readonly OpenProposal[] {
  return open.filter((one) => one.seq !== seq);
}

function isAbout(one: OpenProposal, agreement: string): boolean {
  return one.kind === "propose" && one.agreement === agreement;
}
