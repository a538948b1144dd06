import type { Seat } from "#conversation/seats";
import { guideFor } from "../../guide-for";
import type { ReadingLocale } from "../../locale-of";
import type { Paper, PaperEntry, PaperLine, PaperPart } from "../../paper/paper";
import type { PaperTexts } from "../../paper/paper-texts";
import { agreementParts, answerText } from "../../paper/write-paper";
import type { Summary } from "../summaries/open-summaries";
import { fieldsIn, type Quote } from "../summaries/quotes";
import { namesOf } from "./notes-paper";
import type { Attendance, WorkRecord } from "./work-record";

/** In whose words, and in which language. */
interface Writing {
  readonly texts: PaperTexts;
  readonly locale: ReadingLocale;
  names(seat: Seat): string;
}

/** A record of the work as it stands on paper. It is of both: who is in it is named, and nobody is counted. */
export function recordPaper(record: WorkRecord, texts: PaperTexts, locale: ReadingLocale, now: Date): Paper {
  const { couple, therapist, attendance, summaries, agreements } = record;
  const { t, language, zone, dayOf } = texts;
  const names = (seat: Seat): string =>
    seat === "t" ? therapist.name : (couple.partners.find((one) => one.seat === seat)?.name ?? t("somebody"));
  const writing = { texts, locale, names };
  const agreed = agreementParts(agreements ?? [], { withEnded: true }, { names, texts }, now);
  return {
    language,
    title: t("work.title"),
    between: namesOf(couple, texts),
    madeOn: t("madeOn", { when: dayOf(now) }),
    none: "", // whose record it is always stands there
    parts: [
      ...partOf(t("work.therapist"), [therapistEntry(record, texts)]),
      ...partOf(
        t("work.attendance"),
        attendance.map((one) => attendanceEntry(one, writing)),
      ),
      ...partOf(
        t("work.summaries"),
        summaries.map((one) => summaryEntry(one, writing)),
      ),
      ...agreed,
    ],
    fingerprintOfAll: null,
    says: {
      fingerprint: t("fingerprint"),
      fingerprintOfAll: t("fingerprintOfAll"),
      earlier: t("earlier"),
      unreadable: t("unreadable"),
      howToCheck: agreed.length > 0 ? t("howToCheck") : null,
      days: t("days", { zone }),
      unset: t("unset"),
    },
  };
}

function partOf(heading: string, entries: readonly PaperEntry[]): readonly PaperPart[] {
  return entries.length > 0 ? [{ heading, entries }] : [];
}

function therapistEntry({ couple, therapist }: WorkRecord, { t, dayOf }: PaperTexts): PaperEntry {
  const { name, practice, registration, jurisdiction } = therapist;
  return entry("therapist", name, [
    { label: t("work.practice"), text: practice },
    { label: t("work.registration"), text: registration },
    { label: t("work.jurisdiction"), text: jurisdiction },
    { label: t("work.since"), text: dayOf(couple.since) },
  ]);
}

function attendanceEntry(
  { conversationId, guide, days }: Attendance,
  { texts, locale, names }: Writing,
): PaperEntry {
  const list = new Intl.ListFormat(texts.language);
  const lines = days.map(({ day, seats }) => ({
    label: texts.date(day),
    text: list.format(seats.map(names)),
  }));
  return entry(conversationId, guideFor(guide, locale).title, lines);
}

function summaryEntry({ id, at, text, quotes }: Summary, writing: Writing): PaperEntry {
  const { t, dayOf } = writing.texts;
  const lines =
    text === null ? null : [{ label: "", text }, ...quotes.flatMap((one) => quoteLines(one, writing))];
  return entry(id, t("work.summary", { day: dayOf(at) }), lines);
}

/** Each answer of what is quoted, under who said it, in what, and when. */
function quoteLines(quote: Quote, { texts, locale, names }: Writing): readonly PaperLine[] {
  const { guide, seat, at, asked, words, isGone } = quote;
  if (!guide || !seat || !at || !words)
    return [{ label: "", text: texts.t(isGone ? "work.quoteGone" : "work.quoteHidden") }];
  const label = texts.t("work.quote", {
    name: names(seat),
    title: guideFor(guide, locale).title,
    day: texts.dayOf(new Date(at)),
  });
  const fields = fieldsIn(guide, asked, locale);
  return Object.entries(words).map(([id, value]) => {
    const field = fields.find((one) => one.id === id);
    return {
      label: field && fields.length > 1 ? `${label}: ${field.label}` : label,
      text: field ? answerText(field, value, texts) : String(value),
    };
  });
}

function entry(id: string, heading: string, lines: readonly PaperLine[] | null): PaperEntry {
  return { id, heading, lines, facts: [], fingerprint: null, earlier: [] };
}
