import { useTranslations } from "next-intl";
import type { Field } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import { Answers } from "../fields/answers";
import { useDateWords } from "../fields/use-date-words";
import { Changes } from "./changes";
import type { Waiting, WaitingAbout } from "./waiting";
import styles from "./waiting-proposal.module.css";

interface WaitingWordsProps {
  readonly waiting: Waiting;
  /** The questions of its sort. */
  readonly fields: readonly Field[];
  /** What it is about can be read on the same page. */
  readonly hidesAgreement: boolean;
}

/** What is proposed, in the words in which it would hold; of a change, first what would be different. */
export function WaitingWords({ waiting: { about, words }, fields, hidesAgreement }: WaitingWordsProps) {
  const t = useTranslations("lasting");
  const whole = (text: Words | null) =>
    text ? <Answers fields={fields} words={text} /> : <p className={styles.soft}>{t("unreadable")}</p>;
  if (about?.change === "change" && about.words && words)
    return (
      <>
        <Changes fields={fields} before={about.words} after={words} />
        <details className={styles.whole}>
          <summary>{t("wholeOfIt")}</summary>
          {whole(words)}
        </details>
      </>
    );
  if (about === null || about.change === "change") return whole(words);
  return (
    <>
      {about.change === "pause" ? <Rest about={about} /> : null}
      {hidesAgreement ? null : whole(about.words)}
    </>
  );
}

/** From when until when nothing would be expected. */
function Rest({ about: { from, until } }: { readonly about: WaitingAbout }) {
  const t = useTranslations("lasting");
  const inWords = useDateWords();
  if (from === undefined || until === undefined) return null;
  return <p>{t("restDays", { from: inWords(from), until: inWords(until) })}</p>;
}
