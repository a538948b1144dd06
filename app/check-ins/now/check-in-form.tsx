"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, type SubmitEvent, useRef, useState } from "react";
import type { KeptAnswer } from "#wire/answers";
import { textOf } from "../../one-line";
import { send } from "../../send";
import { useTroubleWords } from "../../trouble-words";
import { Button } from "../../ui/button";
import { Trouble } from "../../ui/trouble";
import { useIsAwake } from "../../use-is-awake";
import styles from "../check-ins.module.css";
import { NoteField } from "../note-field";

/** Keeps what was answered. Its questions come from the server, and what was chosen is in the form alone. */
export function CheckInForm({ children }: { readonly children: ReactNode }) {
  const t = useTranslations("checkIns.now");
  const troubleWords = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const [isKeeping, setIsKeeping] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  // Kept for retries: the same check-in is kept once.
  const checkInId = useRef<string | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    setTrouble(null);
    const data = new FormData(event.currentTarget);
    const note = textOf(data, "note").trim();
    const answers = answersIn(data);
    if (Object.keys(answers).length === 0 && note === "") return setTrouble(t("needed"));
    setIsKeeping(true);
    checkInId.current ??= crypto.randomUUID();
    const body = { checkInId: checkInId.current, answers, ...(note !== "" && { note }) };
    const sent = await send<KeptAnswer>("/api/check-ins", body);
    if (sent.kind === "answer") return router.replace("/check-ins");
    setIsKeeping(false);
    setTrouble(troubleWords(sent));
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate autoComplete="off">
      {children}
      <NoteField label={t("note")} hint={t("noteHint")} />
      <div className={styles.row}>
        <Button look="primary" type="submit" disabled={!isAwake || isKeeping}>
          {isKeeping ? t("keeping") : t("keep")}
        </Button>
      </div>
      {trouble && <Trouble>{trouble}</Trouble>}
    </form>
  );
}

/** Every number that was chosen, by the name of its statement. */
function answersIn(data: FormData): Record<string, number> {
  const chosen = [...data].filter(([name, value]) => name !== "note" && value !== "");
  return Object.fromEntries(chosen.map(([name, value]) => [name, Number(value)]));
}
