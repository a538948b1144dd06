import { useTranslations } from "next-intl";
import { type SubmitEvent, useCallback, useRef, useState } from "react";
import { oneLine, textOf } from "../one-line";
import { Button } from "../ui/button";
import { TextField } from "../ui/text-field";
import { useIsAwake } from "../use-is-awake";
import styles from "./sign-in.module.css";
import { useAsking } from "./use-asking";

interface AddressFormProps {
  /** What was put in before. */
  readonly address: string;
  /** It takes the place of the code: the field is where one goes on. */
  readonly focused: boolean;
  readonly onSent: (address: string) => void;
}

/** Who you are for us: one address. */
export function AddressForm({ address, focused, onSent }: AddressFormProps) {
  const t = useTranslations("signIn");
  const isAwake = useIsAwake();
  const { ask, isAsking } = useAsking();
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const place = useCallback(
    (input: HTMLInputElement | null) => {
      field.current = input;
      if (focused) input?.focus();
    },
    [focused],
  );

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const given = oneLine(textOf(new FormData(event.currentTarget), "address"));
    setProblem(null);
    const found = given ? await ask(given) : t("addressNeeded");
    if (found === null) return onSent(given);
    setProblem(found);
    field.current?.focus();
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        ref={place}
        label={t("address")}
        hint={t("addressHint")}
        problem={problem}
        name="address"
        type="email"
        defaultValue={address}
        maxLength={254}
        required
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Button type="submit" look="primary" wide disabled={!isAwake || isAsking}>
        {isAsking ? t("sending") : t("send")}
      </Button>
    </form>
  );
}
