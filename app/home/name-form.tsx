"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { oneLine, textOf } from "../one-line";
import { send } from "../send";
import { useTroubleWords } from "../trouble-words";
import { Button } from "../ui/button";
import { TextField } from "../ui/text-field";
import { useIsAwake } from "../use-is-awake";
import styles from "./forms.module.css";

/** Asks once how somebody wants to be called. */
export function NameForm() {
  const t = useTranslations("called");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const field = event.currentTarget.querySelector("input");
    const name = oneLine(textOf(new FormData(event.currentTarget), "name"));
    setIsSending(true);
    const found = name ? await keep(name) : t("needed");
    setIsSending(false);
    setProblem(found);
    if (found) field?.focus();
    else router.refresh();
  }

  async function keep(name: string): Promise<string | null> {
    const sent = await send("/api/me/settings", { name });
    return sent.kind === "answer" ? null : words(sent);
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={t("title")}
        hint={t("hint")}
        problem={problem}
        name="name"
        maxLength={60}
        required
        autoComplete="given-name"
      />
      <div>
        <Button type="submit" disabled={!isAwake || isSending}>
          {isSending ? t("saving") : t("save")}
        </Button>
      </div>
    </form>
  );
}
