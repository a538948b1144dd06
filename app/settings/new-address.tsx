import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import type { AddressChangeAnswer } from "#wire/answers";
import { oneLine, textOf } from "../one-line";
import { send } from "../send";
import { useTroubleWords } from "../trouble-words";
import { Button } from "../ui/button";
import { TextField } from "../ui/text-field";
import { focusAtOnce } from "./focus-at-once";
import styles from "./settings.module.css";

interface NewAddressProps {
  readonly hasAddress: boolean;
  onSent(address: string, toBoth: boolean): void;
  onCancel(): void;
}

/** Asks for the new address, and has the codes sent. */
export function NewAddress({ hasAddress, onSent, onCancel }: NewAddressProps) {
  const t = useTranslations("settings.wayIn");
  const words = useTroubleWords();
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const address = oneLine(textOf(new FormData(form), "address"));
    setProblem(null);
    setIsSending(true);
    const found = address ? await ask(address) : t("addressNeeded");
    if (found === null) return;
    setIsSending(false);
    setProblem(found);
    form.querySelector("input")?.focus();
  }

  async function ask(address: string): Promise<string | null> {
    const sent = await send<AddressChangeAnswer>("/api/me/address", { address });
    if (sent.kind !== "answer") return words(sent);
    onSent(address, sent.answer.toBoth);
    return null;
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        ref={focusAtOnce}
        label={t("newAddress")}
        hint={hasAddress ? t("newAddressHint") : t("firstAddressHint")}
        problem={problem}
        name="address"
        type="email"
        maxLength={254}
        required
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
      />
      <div className={styles.row}>
        <Button type="submit" look="primary" disabled={isSending}>
          {isSending ? t("sending") : t("sendCodes")}
        </Button>
        <Button look="plain" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
