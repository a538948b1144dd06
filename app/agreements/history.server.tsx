import { getTranslations } from "next-intl/server";
import type { Field } from "#conversation/guide";
import type { Wording } from "#server/lasting/lasting-view";
import { Answers } from "../fields/answers";
import { Changes } from "../lasting/changes";
import type { Couple } from "../lasting/couple";
import styles from "./agreements.module.css";
import { AgreedOn } from "./facts.server";

interface HistoryProps {
  readonly couple: Couple;
  readonly fields: readonly Field[];
  /** Oldest first. */
  readonly wordings: readonly Wording[];
}

/** How it came to read as it does: the newest change first, each with what it changed; the first wording last. */
export async function History({ couple, fields, wordings }: HistoryProps) {
  const t = await getTranslations("agreements.history");
  if (wordings.length < 2) return null;
  return (
    <section className={styles.group} aria-labelledby="history">
      <h2 id="history">{t("title")}</h2>
      <ol className={styles.history}>
        {wordings
          .map((wording, index) => ({ wording, before: wordings[index - 1] }))
          .reverse()
          .map(({ wording, before }) => (
            <li key={wording.version}>
              <AgreedOn couple={couple} wording={wording} />
              <WhatBecame fields={fields} wording={wording} before={before} />
            </li>
          ))}
      </ol>
    </section>
  );
}

interface WhatBecameProps {
  readonly fields: readonly Field[];
  readonly wording: Wording;
  readonly before: Wording | undefined;
}

/** What a wording changed of the one before; of the first one, its words. */
async function WhatBecame({ fields, wording: { words }, before }: WhatBecameProps) {
  const t = await getTranslations("lasting");
  if (!words) return <p className={styles.soft}>{t("unreadable")}</p>;
  const whole = (
    <details className={styles.whole}>
      <summary>{t("wholeOfIt")}</summary>
      <Answers fields={fields} words={words} />
    </details>
  );
  if (!before?.words) return whole;
  return (
    <>
      <Changes fields={fields} before={before.words} after={words} />
      {whole}
    </>
  );
}
