"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { send } from "../send";
import styles from "./language-choice.module.css";

interface LanguageChoiceProps {
  /** What is chosen here, for those who cannot see it. */
  readonly label: string;
  /** The language of this page, as a BCP 47 tag. */
  readonly current: string;
  /** Each by its own name. */
  readonly languages: readonly { readonly locale: string; readonly name: string }[];
  /** The call that keeps a choice: `{ locale }`. */
  readonly saveAt: string;
  /** Said when it was not kept. */
  readonly notKept: string;
}

/** A few languages side by side. The page is rendered again in the chosen one; what was typed into it stays. */
export function LanguageChoice({ label, current, languages, saveAt, notKept }: LanguageChoiceProps) {
  const router = useRouter();
  const [isChanging, startChanging] = useTransition();
  const [hasFailed, setFailed] = useState(false);

  const choose = (locale: string) =>
    startChanging(async () => {
      const sent = await send(saveAt, { locale });
      startChanging(() => {
        setFailed(sent.kind !== "answer");
        if (sent.kind === "answer") router.refresh();
      });
    });
  return (
    <>
      <fieldset aria-label={label} aria-busy={isChanging} className={styles.languages}>
        {languages.map(({ locale, name }) => (
          <button
            key={locale}
            type="button"
            lang={locale}
            aria-current={locale === current}
            className={styles.language}
            onClick={() => choose(locale)}
          >
            {name}
          </button>
        ))}
      </fieldset>
      <p role="alert">{hasFailed && notKept}</p>
    </>
  );
}
