"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useTroubleWords } from "../trouble-words";
import { TextField } from "../ui/text-field";
import { useIsAwake } from "../use-is-awake";
import { DestroyLetter } from "./destroy-letter";
import type { KnownLetter } from "./letter-keeper";
import styles from "./letters.module.css";
import { type Reader, SendLetter } from "./send-letter";
import { useLetter } from "./use-letter";

interface LetterEditorProps {
  readonly letter: KnownLetter;
  /** To whom it could be sent. */
  readonly readers: readonly Reader[];
}

/** A letter that is written: it is kept while one types. */
export function LetterEditor({ letter: first, readers }: LetterEditorProps) {
  const t = useTranslations("letters.write");
  const id = useId();
  const words = useTroubleWords();
  const isAwake = useIsAwake();
  const { letter, state, isKept, write, flush, stop } = useLetter(first);
  const { known, trouble, elsewhere } = state;

  function stateOf(): string | null {
    if (trouble) return trouble.kind === "offline" ? t("stays") : words(trouble);
    if (!isKept) return t("notYet");
    return known.id === null ? null : t("kept");
  }

  return (
    <div className={styles.editor}>
      {elsewhere && (
        <section className={styles.elsewhere} aria-label={t("apart")}>
          <p role="status">{t("apart")}</p>
          <p className={styles.words}>{elsewhere.text}</p>
          <a href={`/letters/${elsewhere.id}`}>{t("apartGo")}</a>
        </section>
      )}
      <TextField
        label={t("title")}
        hint={t("titleHint")}
        value={letter.title}
        maxLength={120}
        autoComplete="off"
        readOnly={!isAwake}
        onChange={(event) => write({ title: event.target.value })}
        onBlur={() => void flush()}
      />
      <div className={styles.field}>
        <label htmlFor={id}>{t("text")}</label>
        <textarea
          id={id}
          className={styles.box}
          value={letter.text}
          rows={12}
          autoComplete="off"
          readOnly={!isAwake}
          aria-describedby={`${id}-state`}
          onChange={(event) => write({ text: event.target.value })}
          onBlur={() => void flush()}
        />
        <p id={`${id}-state`} className={styles.soft} role="status">
          {stateOf()}
        </p>
      </div>
      <div className={styles.row}>
        {readers.length > 0 && (
          <SendLetter letter={isKept ? known : null} text={letter} readers={readers} flush={flush} />
        )}
        <DestroyLetter id={known.id} stop={stop} />
      </div>
    </div>
  );
}
