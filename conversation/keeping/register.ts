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
 * The register after one more keeping. Total: it never throws, whatever it is given, and it decides nothing: what is
 * stored was accepted when it was made.
 * @param ofAgreement in whose words an agreement speaks; its author's where it is unknown
 */
export function evolveRegister(
  register: Register,
  keeping: RecordedKeeping,
  ofAgreement: (id: string) => Partner | undefined,
): Register {
  const next: Register = { ...register, head: keeping.seq };
  const { seq, seat: by } = keeping;
  switch (keeping.kind) {
    case "offer":
    case "propose":
      return withProposal(next, keeping, ofAgreement);
    case "accept":
      return afterAcceptance(next, keeping.answers);
    case "decline":
    case "withdraw":
      return { ...next, open: withoutSeq(register.open, keeping.answers) };
    case "end":
      return { ...next, open: register.open.filter((one) => !isAbout(one, keeping.agreement)) };
    case "crossed": {
      const { agreement, version } = keeping;
      return { ...next, crossings: [...register.crossings, { seq, by, agreement, version, sight: null }] };
    }
    case "report": {
      const { agreement, day, kept } = keeping;
      const others = register.reports.filter(
        (one) => !(one.by === by && one.agreement === agreement && one.day === day),
      );
      return { ...next, reports: [...others, { seq, by, agreement, day, kept, sight: null, good: null }] };
    }
    case "see": {
      const sight = { seq, sight: keeping.sight };
      return {
        ...next,
        reports: register.reports.map((one) => (one.seq === keeping.answers ? { ...one, sight } : one)),
        crossings: register.crossings.map((one) => (one.seq === keeping.answers ? { ...one, sight } : one)),
      };
    }
    case "make-good":
      return {
        ...next,
        reports: register.reports.map((one) => (one.seq === keeping.answers ? { ...one, good: seq } : one)),
      };
    case "reached":
      return { ...next, reached: said(register.reached, keeping.agreement, by, seq) };
    case "how-was-it":
      return { ...next, outlooks: said(register.outlooks, keeping.agreement, by, seq) };
    case "appreciate":
      return { ...next, appreciations: [...register.appreciations, { seq, by }] };
    case "letter":
      return { ...next, letters: [...register.letters, { seq, by }] };
    default:
      keeping satisfies never; // of a later release: counted, and nothing else
      return next;
  }
}

function withProposal(
  register: Register,
  keeping: RecordedKeeping<"offer" | "propose">,
  ofAgreement: (id: string) => Partner | undefined,
): Register {
  const { seq, seat: by, amends } = keeping;
  const before = register.open.find((one) => one.seq === amends);
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
  const replaced = register.open.filter(isReplaced).map((one) => [one.seq, seq] as const);
  return {
    ...register,
    open: [...register.open.filter((one) => !isReplaced(one)), proposal],
    amended: { ...register.amended, ...Object.fromEntries(replaced) },
  };
}

/** A pause that both said yes to is one; whatever else was agreed to is kept with the agreements. */
function afterAcceptance(register: Register, answers: number): Register {
  const accepted = register.open.find((one) => one.seq === answers);
  const open = withoutSeq(register.open, answers);
  if (accepted?.kind !== "propose" || accepted.change !== "pause") return { ...register, open };
  const { seq, agreement, from, until } = accepted;
  if (from === undefined || until === undefined) return { ...register, open };
  return { ...register, open, pauses: [...register.pauses, { seq, agreement, from, until }] };
}

function said(all: Register["reached"], agreement: string, by: Partner, seq: number): Register["reached"] {
  return { ...all, [agreement]: { ...all[agreement], [by]: seq } };
}

function withoutSeq(open: readonly OpenProposal[], seq: number | undefined): readonly OpenProposal[] {
  return open.filter((one) => one.seq !== seq);
}

function isAbout(one: OpenProposal, agreement: string): boolean {
  return one.kind === "propose" && one.agreement === agreement;
}
