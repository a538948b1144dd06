"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { ERASE_WORD } from "#wire/erase-word";
import { wipeDevice } from "../../device/wipe-device";
import { oneLine, textOf } from "../../one-line";
import { send } from "../../send";
import { useTroubleWords } from "../../trouble-words";
import { buttonClass } from "../../ui/button";
import { TextField } from "../../ui/text-field";
import { useIsAwake } from "../../use-is-awake";
import styles from "../settings.module.css";

/** Erases everything, after a word was typed: nobody does it by a slip of the hand. */
export function EraseForm() {
  const t = useTranslations("settings.erase");
  const words = useTroubleWords();
  const isAwake = useIsAwake();
  const [isErasing, setIsErasing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = oneLine(textOf(new FormData(form), "word")).toLocaleLowerCase();
    setProblem(null);
    setIsErasing(true);
    // People type it in their own language; the server knows one word.
    const confirm = typed === t("word") ? ERASE_WORD : typed;
    const sent = await send("/api/me/erase", { confirm });
    if (sent.kind === "answer") {
      sessionStorage.clear();
      await wipeDevice();
      window.location.replace("/erased"); // nothing leads back here
      return;
    }
    setIsErasing(false);
    setProblem(words(sent));
    form.querySelector("input")?.focus();
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={t("type", { word: t("word") })}
        problem={problem}
        name="word"
        required
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <div className={styles.row}>
        <button
          type="submit"
          className={[buttonClass("primary"), styles.danger].join(" ")}
          disabled={!isAwake || isErasing}
        >
          {isErasing ? t("erasing") : t("confirm")}
        </button>
      </div>
    </form>
  );
}
