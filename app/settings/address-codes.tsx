import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { textOf } from "../one-line";
import { send } from "../send";
import { digitsOf } from "../sign-in/digits-of";
import { type Unanswered, useTroubleWords } from "../trouble-words";
import { Button } from "../ui/button";
import { TextField } from "../ui/text-field";
import { Trouble } from "../ui/trouble";
import { focusAtOnce } from "./focus-at-once";
import styles from "./settings.module.css";

interface AddressCodesProps {
  readonly address: string;
  /** There is an old address, and it got a code too. */
  readonly toBoth: boolean;
  onChanged(): void;
  onCancel(): void;
}

/** What stands in the way, and at which field; `form` where it is no field's. */
interface Problem {
  readonly at: "oldCode" | "newCode" | "form";
  readonly words: string;
}

/** The codes from the mails. Nothing changes before both are right. */
export function AddressCodes({ address, toBoth, onChanged, onCancel }: AddressCodesProps) {
  const t = useTranslations("settings.wayIn");
  const words = useTroubleWords();
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    setProblem(null);
    setIsSending(true);
    const found = await confirm(new FormData(form));
    if (found === null) return onChanged();
    setIsSending(false);
    setProblem(found);
    form.querySelector<HTMLInputElement>(`[name=${found.at}]`)?.focus();
  }

  async function confirm(data: FormData): Promise<Problem | null> {
    const [oldCode, newCode] = (["oldCode", "newCode"] as const).map((name) => digitsOf(textOf(data, name)));
    if (toBoth && !oldCode) return { at: "oldCode", words: t("codeShape") };
    if (!newCode) return { at: "newCode", words: t("codeShape") };
    const sent = await send("/api/me/address/confirm", { newCode, ...(toBoth && { oldCode }) });
    return sent.kind === "answer" ? null : { at: fieldOf(sent), words: words(sent) };
  }

  const problemAt = (at: Problem["at"]) => (problem?.at === at ? problem.words : null);
  const trouble = problemAt("form");
  const code = { inputMode: "numeric", autoComplete: "one-time-code", required: true } as const;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p role="status">{toBoth ? t("sentBoth", { address }) : t("sentNew", { address })}</p>
      {toBoth && (
        <TextField
          {...code}
          ref={focusAtOnce}
          label={t("oldCode")}
          name="oldCode"
          problem={problemAt("oldCode")}
        />
      )}
      <TextField
        {...code}
        {...(!toBoth && { ref: focusAtOnce })}
        label={t("newCode")}
        name="newCode"
        problem={problemAt("newCode")}
      />
      {trouble && <Trouble>{trouble}</Trouble>}
      <div className={styles.row}>
        <Button type="submit" look="primary" disabled={isSending}>
          {isSending ? t("confirming") : t("confirm")}
        </Button>
        <Button look="plain" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}

/** Which of the two codes was wrong, where one was. */
function fieldOf(unanswered: Unanswered): Problem["at"] {
  if (unanswered.kind !== "refused" || unanswered.refusal.kind !== "code-wrong") return "form";
  return unanswered.refusal.of === "old-address" ? "oldCode" : "newCode";
}
