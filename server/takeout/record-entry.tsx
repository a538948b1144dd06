import type { Guide } from "#conversation/guide";
import type { Entry } from "#conversation/seat-view";
import type { BegunStep } from "#conversation/state";
import type { RecordTexts } from "./record-texts";
import { fieldsIn, RecordWords } from "./record-words";

interface EntryProps {
  readonly entry: Entry;
  readonly step: BegunStep | undefined;
  readonly guide: Guide;
  /** What whoever made it is called. */
  readonly name: string;
  readonly texts: RecordTexts;
}

/** One move: who did what, when, and the words its reader may read. */
export function RecordEntry({ entry, step, guide, name, texts }: EntryProps) {
  const { t, when } = texts;
  return (
    <article>
      <h4>{sentence(entry, guide, name, texts)}</h4>
      <time dateTime={entry.at}>{when(entry.at)}</time>
      {entry.words && <RecordWords words={entry.words} fields={fieldsIn(step)} texts={texts} />}
      {"aloud" in entry && entry.aloud && <p className="note">{t("aloud")}</p>}
      {entry.withdrawn && <p className="note">{t("takenBack")}</p>}
      {entry.unreadable && <p className="note">{t("unreadable")}</p>}
      {isHidden(entry) && <p className="note">{t("hidden", { name })}</p>}
    </article>
  );
}

/** What was written and is not here is its author's alone. Only a writing always has words. */
function isHidden({ kind, words, unreadable, withdrawn }: Entry): boolean {
  return kind === "write" && !words && !unreadable && !withdrawn;
}

function sentence(entry: Entry, guide: Guide, name: string, { t, repair, when }: RecordTexts): string {
  switch (entry.kind) {
    case "check":
      return t("kind.check", { name, verdict: entry.verdict });
    case "mark":
      return t("kind.mark", { name, verdict: entry.verdict, part: labelOf(guide, entry.part) });
    case "propose":
      return t("kind.propose", { name, outcome: entry.outcome ?? "other" });
    case "repair":
      return t("kind.repair", { name, repair: repair(`repair.${entry.family}`) });
    case "answer-repair":
      return t("kind.answer-repair", { name, taken: entry.taken ? "yes" : "no" });
    case "pace":
      return t("kind.pace", { name, pace: entry.pace });
    case "suggest-time":
      return t("kind.suggest-time", { name, when: when(entry.meetAt) });
    case "answer-time":
      return t("kind.answer-time", { name, accepted: entry.accepted ? "yes" : "no" });
    default:
      return t(`kind.${entry.kind}`, { name });
  }
}

/** What was asked in the part of a writing that is marked. */
function labelOf(guide: Guide, part: string): string {
  const fields = guide.steps.flatMap((step) => (step.kind === "write" ? step.fields : []));
  return fields.find(({ id }) => id === part)?.label ?? part;
}
