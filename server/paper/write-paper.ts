import { lastsAs, type ProposalSort } from "#conversation/agreements";
import type { Field } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import type { Partner } from "#conversation/seats";
import type { OwnSpace } from "#db/spaces";
import type { LastingOne, LastingView, Wording } from "../lasting/lasting-view";
import { fingerprintOf, inFours } from "./fingerprint";
import type { Paper, PaperEntry, PaperLine, PaperPart, PaperWording } from "./paper";
import type { PaperTexts } from "./paper-texts";
import { fingerprintOfAll, type Held, heldAt } from "./standings";

/** What is to be on the paper. */
export interface PaperWish {
  /** One agreement alone, with all its wordings; without it all that holds. */
  readonly only?: string;
  /** Also what holds no more. */
  readonly withEnded?: boolean;
}

/** The order in which sorts of agreement stand on paper. */
const SORTS = ["boundary", "commitment", "milestone", "plan"] as const satisfies readonly ProposalSort[];

/** Puts agreements into words for paper. Null where the one that was asked for is none of theirs. */
export function writePaper(
  { agreements, space }: Pick<LastingView, "agreements" | "space">,
  { only, withEnded = false }: PaperWish,
  texts: PaperTexts,
  now: Date,
): Paper | null {
  const { t } = texts;
  const names = namesIn(space, texts);
  const held = heldAt(agreements, now);
  const chosen = only === undefined ? agreements : agreements.filter(({ id }) => id === only);
  if (only !== undefined && chosen.length === 0) return null;
  return {
    language: texts.language,
    title: t("title"),
    between: t("between", { one: names("a"), other: names("b") }),
    madeOn: t("madeOn", { when: texts.dayOf(now) }),
    none: t("none"),
    parts:
      only === undefined
        ? agreementParts(chosen, { withEnded }, { names, texts }, now)
        : bySort(chosen, { names, texts }, true),
    fingerprintOfAll: only === undefined && held.length > 0 ? inFoursIfAny(fingerprintOfAll(held)) : null,
    says: {
      fingerprint: t("fingerprint"),
      fingerprintOfAll: t("fingerprintOfAll"),
      earlier: t("earlier"),
      unreadable: t("unreadable"),
      howToCheck: t("howToCheck"),
      days: t("days", { zone: texts.zone }),
      unset: t("unset"),
    },
  };
}

/** Agreements by their sorts: those that hold, and then perhaps those that do not any more. None of which there are none. */
export function agreementParts(
  agreements: readonly LastingOne[],
  { withEnded }: { readonly withEnded: boolean },
  writer: Writer,
  now: Date,
): readonly PaperPart[] {
  const held = heldAt(agreements, now);
  const ended = withEnded ? agreements.filter((one) => !held.some(isOf(one))) : [];
  const entries = ended.map((one) => toEntry(one, false, writer));
  return [
    ...bySort(
      held.map(({ agreement }) => agreement),
      writer,
      false,
    ),
    ...(entries.length > 0 ? [{ heading: writer.texts.t("endedTitle"), entries }] : []),
  ];
}

function bySort(agreements: readonly LastingOne[], writer: Writer, withEarlier: boolean): PaperPart[] {
  return SORTS.map((sort): PaperPart => {
    const ofSort = agreements.filter((one) => lastsAs(one.sort) === sort);
    return {
      heading: writer.texts.t(`sort.${sort}`),
      entries: ofSort.map((one) => toEntry(one, withEarlier, writer)),
    };
  }).filter(({ entries }) => entries.length > 0);
}

/** The words of one wording as they stand on paper; null where they cannot be opened. */
export function wordingLines(
  space: OwnSpace,
  agreement: LastingOne,
  { words }: Wording,
  texts: PaperTexts,
): readonly PaperLine[] | null {
  return words && linesOf(agreement, words, { names: namesIn(space, texts), texts });
}

/** What the two are called. */
type Names = (seat: Partner) => string;

/** In whose words something is written down. */
export interface Writer {
  readonly names: Names;
  readonly texts: PaperTexts;
}

/** What the two are called: never “you”, so that a copy reads the same for either. */
function namesIn(space: OwnSpace, { t }: PaperTexts): Names {
  return (seat) => (seat === space.seat ? space.name : (space.other ?? t("somebody")));
}

const isOf = (one: LastingOne) => (held: Held) => held.agreement === one;
const inFoursIfAny = (print: string | null) => print && inFours(print);

function toEntry(agreement: LastingOne, withEarlier: boolean, writer: Writer): PaperEntry {
  const [last, ...earlier] = agreement.wordings
    .map((wording) => toWording(agreement, wording, writer))
    .reverse();
  if (!last) throw new Error("There is no agreement without a wording.");
  const [heading, ...lines] = last.lines ?? [];
  const ending = [...reviewOf(agreement, writer), ...endOf(agreement, writer)];
  return {
    ...last,
    id: agreement.id,
    heading: heading?.text ?? "",
    lines: last.lines && lines,
    facts: [...last.facts, ...ending],
    earlier: withEarlier ? earlier : [],
  };
}

function toWording(agreement: LastingOne, wording: Wording, writer: Writer): PaperWording {
  const { version, proposedBy, proposedAt, acceptedBy, acceptedAt } = wording;
  const { names, texts } = writer;
  const agreed = texts.t("agreed", {
    proposer: names(proposedBy),
    offered: texts.dayOf(proposedAt),
    accepter: names(acceptedBy),
    accepted: texts.dayOf(acceptedAt),
  });
  const isOnly = agreement.wordings.length === 1;
  return {
    lines: wording.words && linesOf(agreement, wording.words, writer),
    facts: isOnly ? [agreed] : [texts.t("wording", { version }), agreed],
    fingerprint: inFoursIfAny(fingerprintOf(agreement, wording)),
  };
}

function reviewOf({ reviewedAt }: LastingOne, { texts }: Writer): readonly string[] {
  return reviewedAt ? [texts.t("reviewed", { when: texts.dayOf(reviewedAt) })] : [];
}

function endOf({ endedAt, endedBy }: LastingOne, { names, texts }: Writer): readonly string[] {
  if (!endedAt) return [];
  const name = endedBy ? names(endedBy) : "";
  return [texts.t("ended", { alone: endedBy ? "yes" : "no", name, when: texts.dayOf(endedAt) })];
}

/** Each answer under its question, in the order of the questions; then what a guide has asked for besides. */
function linesOf({ sort, of }: LastingOne, words: Words, { names, texts }: Writer): readonly PaperLine[] {
  const fields = texts.fields[sort];
  const left = new Map(Object.entries(words));
  const take = (id: string | undefined) => {
    const value = id === undefined ? undefined : left.get(id);
    if (id !== undefined) left.delete(id);
    return value === "" ? undefined : value;
  };
  const lines = fields.flatMap((field): readonly PaperLine[] => {
    const value = take(field.id) ?? take(field.kind === "repeat" ? field.formerly : undefined);
    if (value === undefined) return [];
    if (field.id === "whose") return [whoseLine(value === "both", names(of), texts)];
    return [{ label: field.label, text: answerText(field, value, texts) }];
  });
  const more = [...left].filter(([, value]) => value !== "");
  return [...lines, ...more.map(([, value]) => ({ label: "", text: String(value) }))];
}

function whoseLine(isBoth: boolean, name: string, { t }: PaperTexts): PaperLine {
  return { label: t("who"), text: t("whose", { isBoth: isBoth ? "yes" : "no", name }) };
}

/** An answer as it stands under its question. */
export function answerText(field: Field, value: Words[string], texts: PaperTexts): string {
  switch (field.kind) {
    case "choice":
      return field.options.find(({ id }) => id === value)?.text ?? String(value);
    case "date":
      return texts.date(String(value));
    case "repeat":
      return texts.repeat(String(value));
    default:
      return String(value);
  }
}
