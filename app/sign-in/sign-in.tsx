"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { AddressForm } from "./address-form";
import { CodeForm } from "./code-form";
import { OtherWays, type Provider } from "./other-ways";
import styles from "./sign-in.module.css";

interface SignInProps {
  /**
   * What a guest is called whom this browser knows; null for a stranger. That what has been begun here is kept is the
   * first thing to know for them; and for somebody else on the same browser, as whom they would go on.
   */
  readonly guest: string | null;
  /** Mail can be sent, or read on this machine. */
  readonly hasMail: boolean;
  /** This browser has asked for a code that still works. Only the server knows: no script can read the cookie. */
  readonly isAsked: boolean;
  readonly providers: readonly Provider[];
  /** One comes back from an account elsewhere, and it did not work. */
  readonly hasFailed: boolean;
  /** The page to go to afterwards. */
  readonly to: string;
  /** Where mail goes, if it does not go the usual way. */
  readonly children: ReactNode;
}

/** First the address, then the code: on one page, so that the mail can be read in between. */
export function SignIn({ guest, hasMail, isAsked, providers, hasFailed, to, children }: SignInProps) {
  const t = useTranslations("signIn");
  const [step, setStep] = useState<"address" | "code">(isAsked && !hasFailed ? "code" : "address");
  const [address, setAddress] = useState("");
  const [hasMoved, setHasMoved] = useState(false);

  const move = (next: typeof step) => {
    setStep(next);
    setHasMoved(true);
  };
  if (step === "code")
    return (
      <>
        <h1>{t("mailTitle")}</h1>
        <CodeForm address={address} focused={hasMoved} to={to} onOtherAddress={() => move("address")} />
        {children}
      </>
    );
  return (
    <>
      <div className={styles.head}>
        <h1>{t("title")}</h1>
        <p>{guest === null ? t("lead") : t("leadGuest", { name: guest })}</p>
      </div>
      {hasMail && (
        <AddressForm
          address={address}
          focused={hasMoved}
          onSent={(sentTo) => {
            setAddress(sentTo);
            move("code");
          }}
        />
      )}
      {children}
      <OtherWays providers={providers} hasFailed={hasFailed} to={to} />
    </>
  );
}
