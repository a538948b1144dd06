import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import type { WriteStep } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import { Button } from "../../ui/button";
import styles from "./ask.module.css";
import { FieldInput } from "./field-input";
import { useNames } from "./names";
import { useConversation } from "./use-conversation";
import { useDraft } from "./use-draft";

interface WriteBoxProps {
  readonly step: WriteStep;
  /** This seat has answered; the step goes on when the other has too. */
  readonly isDone: boolean;
}

/** Questions that are answered alone. */
export function WriteBox({ step, isDone }: WriteBoxProps) {
  const t = useTranslations("conversation");
  const { other } = useNames();
  const [isChanging, setChanging] = useState(false);
  const { waiting } = useConversation();
  const isOnItsWay = waiting.some((one) => one.slot === `${step.id}:write`);
  if (!isDone || isChanging || isOnItsWay) return <Questions step={step} onSent={() => setChanging(false)} />;
  return (
    <div className={styles.box}>
      <h2>{step.title}</h2>
      <p>
        {t("waiting.write", { other })} {t("waiting.alone")}
      </p>
      <div className={styles.row}>
        <Button onClick={() => setChanging(true)}>{t("write.change")}</Button>
      </div>
    </div>
  );
}

function Questions({ step, onSent }: { readonly step: WriteStep; onSent(): void }) {
  const t = useTranslations("conversation");
  const { live, entries, seat } = useConversation();
  const slot = `${step.id}:write`;
  const { words, set, flush, isOnItsWay } = useDraft(slot);
  const [missing, setMissing] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const sent = entries.findLast((entry) => entry.kind === "write" && entry.seat === seat)?.words;
  const shown: Words = Object.keys(words).length > 0 ? words : (sentInStep(step, sent) ?? {});

  const send = (event: FormEvent) => {
    event.preventDefault();
    const empty = step.fields.find((field) => !field.optional && isEmpty(shown[field.id]));
    setMissing(empty?.id ?? null);
    if (empty) return form.current?.querySelector<HTMLElement>(`[data-field="${empty.id}"]`)?.focus();
    live.send(slot, { kind: "write", ready: true, words: shown });
    onSent();
  };
  const pass = () => {
    live.send(slot, { kind: "write", ready: true, words: { passed: true } });
    onSent();
  };

  return (
    <form className={styles.box} onSubmit={send} ref={form} onBlur={flush}>
      <div className={styles.fields}>
        {step.fields.map((field) => (
          <FieldInput
            key={field.id}
            field={field}
            value={shown[field.id]}
            isReadOnly={isOnItsWay}
            problem={
              missing === field.id ? (step.mayPass ? t("write.needed") : t("write.neededNoPass")) : null
            }
            onChange={(value) => {
              setMissing(null);
              set({ ...shown, [field.id]: value });
            }}
          />
        ))}
      </div>
      <div className={styles.row}>
        <Button look="primary" type="submit" disabled={isOnItsWay}>
          {isOnItsWay ? t("connection.sending") : t("write.send")}
        </Button>
        {step.mayPass && !isOnItsWay ? <Button onClick={pass}>{t("write.pass")}</Button> : null}
      </div>
    </form>
  );
}

/** What this seat has sent in this step already, to be changed. */
function sentInStep(step: WriteStep, words: Words | undefined): Words | null {
  if (!words || words.passed === true) return null;
  return step.fields.some((field) => field.id in words) ? words : null;
}

function isEmpty(value: Words[string] | undefined): boolean {
  return value === undefined || (typeof value === "string" && value.trim() === "");
}
