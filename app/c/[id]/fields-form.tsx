import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import type { Field } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import { Button } from "../../ui/button";
import type { Care } from "../../wording/hints";
import { WordingHint } from "../../wording/wording-hint";
import styles from "./ask.module.css";
import { DraftElsewhere } from "./draft-elsewhere";
import { FieldInput } from "./field-input";
import { useDraft } from "./use-draft";

interface FieldsFormProps {
  /** Where the draft is kept: step and kind of move. */
  readonly slot: string;
  readonly fields: readonly Field[];
  /** What stands in the boxes while nothing has been typed. */
  readonly initial?: Words | undefined;
  /** What the main button says. */
  readonly button: string;
  /** What is said where an answer is missing. */
  readonly needed: string;
  /** What the writer is gently pointed to. */
  readonly care: Care;
  onSend(words: Words): void;
  /** More buttons; none while the answers are on their way. */
  readonly children?: ReactNode;
}

/** Questions and their boxes. What is typed is kept at every stroke; what is missing is said where it is. */
export function FieldsForm({
  slot,
  fields,
  initial,
  button,
  needed,
  care,
  onSend,
  children,
}: FieldsFormProps) {
  const t = useTranslations("conversation");
  const { words, set, flush, isOnItsWay } = useDraft(slot);
  const [missing, setMissing] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const isAllOptional = fields.length > 1 && fields.every(({ optional }) => optional);
  const shown: Words = Object.keys(words).length > 0 ? words : (initial ?? {});

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isOnItsWay) return;
    const empty = fields.find((field) => !field.optional && isEmpty(shown[field.id]));
    setMissing(empty?.id ?? null);
    if (empty) return form.current?.querySelector<HTMLElement>(`[data-field="${empty.id}"]`)?.focus();
    onSend(Object.fromEntries(Object.entries(shown).filter(([, value]) => !isEmpty(value))));
  };

  return (
    <form onSubmit={send} ref={form} onBlur={flush}>
      {isOnItsWay ? null : <DraftElsewhere slot={slot} />}
      {isAllOptional ? <p className={styles.note}>{t("write.allOptional")}</p> : null}
      <div className={styles.fields}>
        {fields.map((field) => (
          <div key={field.id}>
            <FieldInput
              field={field}
              hidesOptional={isAllOptional}
              value={shown[field.id]}
              isReadOnly={isOnItsWay}
              problem={missing === field.id ? needed : null}
              onChange={(value) => {
                setMissing(null);
                set({ ...shown, [field.id]: value });
              }}
            />
            {field.kind === "text" ? <WordingHint text={String(shown[field.id] ?? "")} care={care} /> : null}
          </div>
        ))}
      </div>
      <div className={styles.row}>
        <Button look="primary" type="submit" aria-disabled={isOnItsWay}>
          {isOnItsWay ? t("connection.sending") : button}
        </Button>
        {isOnItsWay ? null : children}
      </div>
    </form>
  );
}

function isEmpty(value: Words[string] | undefined): boolean {
  return value === undefined || (typeof value === "string" && value.trim() === "");
}
