import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Field, WriteStep } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import { GoneWords } from "./gone-words";
import { useNames } from "./names";
import { PartMark } from "./part-mark";
import type { Line } from "./transcript";
import { useDateWords } from "./use-date-words";
import styles from "./words.module.css";

interface WrittenAnswerProps {
  readonly line: Extract<Line, { kind: "written" }>;
  readonly step: WriteStep;
}

/** What somebody wrote in answer to a step's questions. */
export function WrittenAnswer({ line: { written, readBy, marks }, step }: WrittenAnswerProps) {
  const t = useTranslations("conversation");
  const names = useNames();
  const answers = (
    <>
      <GoneWords entry={written} />
      {written.words?.passed === true ? <p className={styles.mark}>{t("entry.passed")}</p> : null}
      {written.words && written.words.passed !== true ? (
        <Answers
          fields={step.fields}
          words={written.words}
          {...(marks && {
            below: (field) => <PartMark written={written.seq} field={field} mark={marks[field.id]} />,
          })}
        />
      ) : null}
    </>
  );
  return (
    <article className={styles.written} data-seat={written.seat}>
      <h3>{names.isMe(written.seat) ? t("you") : names.of(written.seat)}</h3>
      {readBy === "self" ? <ForOneself>{answers}</ForOneself> : answers}
    </article>
  );
}

/** Closed until it is opened, on every visit: the other may be looking at the same screen. */
function ForOneself({ children }: { readonly children: ReactNode }) {
  const t = useTranslations("conversation.entry");
  return (
    <details className={styles.private}>
      <summary>{t("onlyYou")}</summary>
      {children}
    </details>
  );
}

interface AnswersProps {
  readonly fields: readonly Field[];
  readonly words: Words;
  /** What stands below each answer. */
  readonly below?: (field: Field) => ReactNode;
}

/** The questions that were answered, each with its answer. */
export function Answers({ fields, words, below }: AnswersProps) {
  const inWords = useDateWords();
  const answered = fields.filter((field) => words[field.id] !== undefined && words[field.id] !== "");
  const [only] = answered;
  // A question that stands alone is in the title above its answers already.
  if (fields.length === 1 && only?.kind === "text" && !below)
    return <p className={styles.text}>{String(words[only.id])}</p>;
  return (
    <dl className={styles.answers}>
      {answered.map((field) => (
        <div key={field.id} data-kind={field.kind}>
          <dt>{field.label}</dt>
          <dd>{shown(field, words[field.id], inWords)}</dd>
          {below?.(field)}
        </div>
      ))}
    </dl>
  );
}

function shown(field: Field, value: Words[string] | undefined, inWords: (date: string) => string): string {
  switch (field.kind) {
    case "choice":
      return field.options.find(({ id }) => id === value)?.text ?? "";
    case "date":
      return inWords(String(value));
    default:
      return String(value ?? "");
  }
}
