import type { ReactNode } from "react";
import type { Field } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import styles from "./answers.module.css";
import { asAnswered } from "./as-answered";
import { useAnswerText } from "./use-answer-text";

interface AnswersProps {
  readonly fields: readonly Field[];
  readonly words: Words;
  /** What stands below each answer. */
  readonly below?: (field: Field) => ReactNode;
}

/** The questions that were answered, each with its answer. */
export function Answers({ fields, words, below }: AnswersProps) {
  const textOf = useAnswerText();
  const answered = asAnswered(fields, words).filter(
    (field) => words[field.id] !== undefined && words[field.id] !== "",
  );
  const [only] = answered;
  // A question that stands alone is in the title above its answers already.
  if (fields.length === 1 && only?.kind === "text" && !below)
    return <p className={styles.text}>{String(words[only.id])}</p>;
  return (
    <dl className={styles.answers}>
      {answered.map((field) => (
        <div key={field.id} data-kind={field.kind}>
          <dt>{field.label}</dt>
          <dd>{textOf(field, words[field.id])}</dd>
          {below?.(field)}
        </div>
      ))}
    </dl>
  );
}
