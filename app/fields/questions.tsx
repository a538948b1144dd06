import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { Field } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import { Button } from "../ui/button";
import { useIsAwake } from "../use-is-awake";
import type { Care } from "../wording/hints";
import { WordingHint } from "../wording/wording-hint";
import { answeredOnly, firstUnanswered } from "./answered";
import { FieldInput } from "./field-input";
import styles from "./fields.module.css";

export interface QuestionsProps {
  readonly fields: readonly Field[];
  /** What stands in the boxes. */
  readonly words: Words;
  onChange(words: Words): void;
  /** What the main button says. */
  readonly button: string;
  /** Why the server did not take one of the answers: said where it is. */
  readonly refused?: { readonly field: string; readonly text: string } | null | undefined;
  /** What is said where an answer is missing; “Please answer this one.” where nothing else is given. */
  readonly needed?: string | undefined;
  /** What the writer is gently pointed to. */
  readonly care?: Care | undefined;
  /** The answers are on their way: they cannot be changed, and there is nothing more to press. */
  readonly isOnItsWay: boolean;
  /** Everything that has to be answered is. What was left empty is left out. */
  onSend(words: Words): void;
  onLeave?: (() => void) | undefined;
  /** Said above the questions. */
  readonly above?: ReactNode;
  /** Said between the questions and the buttons: what became of the last try. */
  readonly trouble?: ReactNode;
  /** More buttons; none while the answers are on their way. */
  readonly children?: ReactNode;
}

/**
 * Questions and their boxes. What is missing is said where it is. What stands in them is kept by whoever shows them: by
 * QuestionsForm, or as a draft.
 */
export function Questions(props: QuestionsProps) {
  const t = useTranslations("fields");
  const isAwake = useIsAwake();
  const { fields, words, isOnItsWay, refused, care = "plain" } = props;
  const [missing, setMissing] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const isAllOptional = fields.length > 1 && fields.every(({ optional }) => optional);

  const [refusedField, refusedText] = [refused?.field, refused?.text];
  useEffect(() => {
    if (refusedField !== undefined && refusedText !== undefined) focusOn(form.current, refusedField);
  }, [refusedField, refusedText]);
  const problemOf = (id: string) => {
    if (missing === id) return props.needed ?? t("needed");
    return refused?.field === id ? refused.text : null;
  };

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isOnItsWay) return;
    const empty = firstUnanswered(fields, words);
    setMissing(empty?.id ?? null);
    if (empty) return focusOn(form.current, empty.id);
    props.onSend(answeredOnly(words));
  };

  return (
    <form onSubmit={send} ref={form} onBlur={props.onLeave}>
      {props.above}
      {isAllOptional ? <p className={styles.note}>{t("allOptional")}</p> : null}
      <div className={styles.fields}>
        {fields.map((field) => (
          <div key={field.id}>
            <FieldInput
              field={field}
              hidesOptional={isAllOptional}
              value={words[field.id]}
              // What is typed before the page is awake would be lost when it wakes.
              isReadOnly={isOnItsWay || !isAwake}
              problem={problemOf(field.id)}
              onChange={(value) => {
                setMissing(null);
                props.onChange({ ...words, [field.id]: value });
              }}
            />
            {field.kind === "text" ? <WordingHint text={String(words[field.id] ?? "")} care={care} /> : null}
          </div>
        ))}
      </div>
      {props.trouble ? <div className={styles.trouble}>{props.trouble}</div> : null}
      <div className={styles.row}>
        <Button look="primary" type="submit" aria-disabled={isOnItsWay}>
          {isOnItsWay ? t("sending") : props.button}
        </Button>
        {isOnItsWay ? null : props.children}
      </div>
    </form>
  );
}

function focusOn(form: HTMLFormElement | null, field: string): void {
  form?.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();
}
