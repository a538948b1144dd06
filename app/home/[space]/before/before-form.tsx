"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { oneLine, textOf } from "../../../one-line";
import { send } from "../../../send";
import { type Unanswered, useTroubleWords } from "../../../trouble-words";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/text-field";
import { Trouble } from "../../../ui/trouble";
import { useIsAwake } from "../../../use-is-awake";
import styles from "../therapist/therapist.module.css";

/** With as many characters as each takes. */
const LINES = [
  { name: "where", most: 300 },
  { name: "call", most: 300 },
  { name: "word", most: 40 },
] as const;

interface BeforeFormProps {
  readonly engagementId: string;
  /** What the therapist is called. */
  readonly name: string;
  /** What stands there now; null for nothing. */
  readonly given: Readonly<Record<(typeof LINES)[number]["name"], string>> | null;
}

/** Any of the three may be left out; what was given can be taken back. */
export function BeforeForm({ engagementId, name, given }: BeforeFormProps) {
  const t = useTranslations("before");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const [isEmpty, setIsEmpty] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);

  async function tell(path: string, body: object): Promise<void> {
    setUnanswered(null);
    setIsSending(true);
    const sent = await send(`/api/engagements/${engagementId}/${path}`, body);
    setIsSending(false);
    if (sent.kind === "answer") return router.refresh();
    setUnanswered(sent);
  }

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const lines = LINES.map((line) => [line.name, oneLine(textOf(data, line.name))] as const);
    const empty = lines.every(([, text]) => !text);
    setIsEmpty(empty);
    if (!empty) await tell("whereabouts", Object.fromEntries(lines));
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {LINES.map((line) => (
        <TextField
          key={line.name}
          label={t(line.name)}
          hint={t(`${line.name}Hint`, { name })}
          name={line.name}
          defaultValue={given?.[line.name] ?? ""}
          maxLength={line.most}
          readOnly={!isAwake}
          autoComplete="off"
        />
      ))}
      <div role="status">
        {given && <p className={styles.stand}>{t("given", { name })}</p>}
        {isEmpty && <p>{t("empty")}</p>}
      </div>
      {unanswered && <Trouble>{words(unanswered)}</Trouble>}
      <div className={styles.row}>
        <Button type="submit" look="primary" disabled={!isAwake || isSending}>
          {t(given ? "change" : "give", { name })}
        </Button>
        {given && (
          <Button disabled={!isAwake || isSending} onClick={() => tell("whereabouts/take-back", {})}>
            {t("takeBack")}
          </Button>
        )}
      </div>
    </form>
  );
}
