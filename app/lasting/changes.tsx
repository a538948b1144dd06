import { useTranslations } from "next-intl";
import type { Field } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import { useAnswerText } from "../fields/use-answer-text";
import { changedAnswers } from "./changed-answers";
import styles from "./changes.module.css";

interface ChangesProps {
  readonly fields: readonly Field[];
  readonly before: Words;
  readonly after: Words;
}

/** What differs between two wordings: each question with what stood there before and what stands there after. */
export function Changes({ fields, before, after }: ChangesProps) {
  const t = useTranslations("lasting.changed");
  const textOf = useAnswerText();
  const changed = changedAnswers(fields, before, after);
  if (changed.length === 0) return <p className={styles.nothing}>{t("nothing")}</p>;
  return (
    <dl className={styles.changes}>
      {changed.map(({ id, label, before: was, after: is }) => (
        <div key={id}>
          <dt>{label}</dt>
          {was && (
            <dd className={styles.before}>
              <span>{t("before")}</span> <del>{textOf(was.field, was.value)}</del>
            </dd>
          )}
          <dd>
            <span>{t("after")}</span> {is ? <ins>{textOf(is.field, is.value)}</ins> : <em>{t("leftOut")}</em>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
