import { useTranslations } from "next-intl";
import { type SubmitEvent, useCallback, useRef, useState } from "react";
import { textOf } from "../one-line";
import { Button } from "../ui/button";
import { TextField } from "../ui/text-field";
import { useIsAwake } from "../use-is-awake";
import { AnotherCode } from "./another-code";
import { digitsOf } from "./digits-of";
import styles from "./sign-in.module.css";
import { useCode } from "./use-code";

interface CodeFormProps {
  /** Where the code was sent; empty after a reload, when only the server knows. */
  readonly address: string;
  /** It takes the place of the address: the field is where one goes on. */
  readonly focused: boolean;
  readonly to: string;
  readonly onOtherAddress: () => void;
}

/** The six digits from the mail. They do nothing before the button is pressed. */
export function CodeForm({ address, focused, to, onOtherAddress }: CodeFormProps) {
  const t = useTranslations("signIn");
  const isAwake = useIsAwake();
  const { signInWith, isSending } = useCode(to);
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
    const code = digitsOf(textOf(new FormData(event.currentTarget), "code"));
    setProblem(null);
    const found = code ? await signInWith(code) : t("codeShape");
    if (found === null) return;
    setProblem(found);
    field.current?.select();
  }

  const forget = () => {
    setProblem(null);
    if (field.current) field.current.value = "";
  };
  return (
    <>
      <form className={styles.form} onSubmit={submit} noValidate>
        <div className={styles.code}>
          <TextField
            ref={place}
            label={t("code")}
            hint={address ? t("sent", { address }) : t("sentUnnamed")}
            problem={problem}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
          />
        </div>
        <Button type="submit" look="primary" wide disabled={!isAwake || isSending}>
          {isSending ? t("signingIn") : t("signMeIn")}
        </Button>
      </form>
      <AnotherCode address={address} onSent={forget} onOtherAddress={onOtherAddress} />
    </>
  );
}
