import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { WriteStep } from "#conversation/guide";
import { Answers } from "../../fields/answers";
import { GoneWords } from "./gone-words";
import { useNames } from "./names";
import { PartMark } from "./part-mark";
import type { Line } from "./transcript";
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
