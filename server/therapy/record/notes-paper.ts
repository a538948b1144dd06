import type { Paper, PaperEntry } from "../../paper/paper";
import type { PaperTexts } from "../../paper/paper-texts";
import type { CoupleSeen } from "../couple-seen";
import type { NotesOfWork, OwnNote } from "../notes/read-notes";

/** A therapist’s own notes about one couple as they stand on paper. */
export function notesPaper({ couple, notes }: NotesOfWork, texts: PaperTexts, now: Date): Paper {
  const { t, language, zone, dayOf } = texts;
  const entries = notes.map((note) => noteEntry(note, texts));
  return {
    language,
    title: t("notes.title"),
    between: t("notes.about", { names: namesOf(couple, texts), day: dayOf(couple.since) }),
    madeOn: t("madeOn", { when: dayOf(now) }),
    none: t("notes.none"),
    parts: entries.length > 0 ? [{ heading: t("notes.only"), entries }] : [],
    fingerprintOfAll: null,
    says: {
      fingerprint: t("fingerprint"),
      fingerprintOfAll: t("fingerprintOfAll"),
      earlier: t("earlier"),
      unreadable: t("unreadable"),
      howToCheck: null,
      days: t("days", { zone }),
      unset: t("unset"),
    },
  };
}

/** What the two are called, as far as their therapist is told (Y7). */
export function namesOf({ partners }: CoupleSeen, { t }: PaperTexts): string {
  const [first, second] = partners.flatMap(({ name }) => name ?? []);
  if (first && second) return t("between", { one: first, other: second });
  return first ?? t("notes.couple");
}

function noteEntry({ id, words, createdAt, changedAt }: OwnNote, { t, dayOf }: PaperTexts): PaperEntry {
  const [written, changed] = [dayOf(createdAt), dayOf(changedAt)];
  return {
    id,
    heading: words?.title.trim() || t("notes.untitled", { day: written }),
    lines: words && [{ label: "", text: words.text }],
    facts: [
      t("notes.written", { day: written }),
      ...(changed === written ? [] : [t("notes.changed", { day: changed })]),
    ],
    fingerprint: null,
    earlier: [],
  };
}
