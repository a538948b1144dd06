import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import type { Words } from "#conversation/moves";
import fields from "../../fields/fields.module.css";
import { Button } from "../../ui/button";
import type { Care } from "../../wording/hints";
import { WordingHint } from "../../wording/wording-hint";
import styles from "./ask.module.css";
import { DraftElsewhere } from "./draft-elsewhere";
import { ReadAlong } from "./read-along";
import { useDraft } from "./use-draft";

interface WordsBoxProps {
  /** Where the draft is kept: step and kind of move. */
  readonly slot: string;
  readonly label: string;
  readonly hint: string;
  /** What the main button says. */
  readonly button: string;
  onSend(words: Words): void;
  /** "I said it aloud" stands beside the main button where this is given. */
  onAloud?(words: Words | undefined): void;
  /** Words may be left out. */
  readonly optional?: boolean;
  /** What stands beside the question. */
  readonly aside?: ReactNode;
  /** What the writer is gently pointed to. */
  readonly care?: Care;
  /** More buttons. */
  readonly children?: ReactNode;
}

/** One question, one box, one main button that says what happens. */
export function WordsBox(props: WordsBoxProps) {
  const t = useTranslations("conversation");
  const id = useId();
  const { words, set, flush, isOnItsWay } = useDraft(props.slot);
  const [isNeeded, setNeeded] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const text = typeof words.text === "string" ? words.text : "";

  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (isOnItsWay) return;
    if (!props.optional && text.trim() === "") {
      setNeeded(true);
      box.current?.focus();
      return;
    }
    props.onSend(text.trim() === "" ? {} : { text });
  };
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) send();
  };

  return (
    <form className={styles.box} onSubmit={send}>
      <div className={styles.heading}>
        <label className={fields.question} htmlFor={id}>
          {props.label}
        </label>
        {props.aside}
      </div>
      {isOnItsWay ? null : <DraftElsewhere slot={props.slot} />}
      <textarea
        id={id}
        ref={box}
        className={fields.text}
        value={text}
        readOnly={isOnItsWay}
        aria-describedby={`${id}-hint`}
        aria-invalid={isNeeded}
        onChange={(event) => {
          setNeeded(false);
          set({ text: event.target.value });
        }}
        onBlur={flush}
        onKeyDown={sendByKey}
      />
      <p id={`${id}-hint`} className={isNeeded ? styles.needed : styles.hint}>
        {isNeeded ? t("say.needed") : props.hint}
      </p>
      <ReadAlong className={styles.hint} />
      <WordingHint text={text} care={props.care ?? "plain"} />
      <div className={styles.row}>
        <Button look="primary" type="submit" aria-disabled={isOnItsWay}>
          {isOnItsWay ? t("connection.sending") : props.button}
        </Button>
        {props.onAloud && !isOnItsWay ? (
          <Button onClick={() => props.onAloud?.(text.trim() === "" ? undefined : { text })}>
            {t("say.aloud")}
          </Button>
        ) : null}
        {props.children}
      </div>
    </form>
  );
}
