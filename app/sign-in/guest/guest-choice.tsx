"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { send } from "../../send";
import { type Unanswered, useTroubleWords } from "../../trouble-words";
import { Button } from "../../ui/button";
import { Trouble } from "../../ui/trouble";
import { useIsAwake } from "../../use-is-awake";
import styles from "./guest.module.css";

interface GuestChoiceProps {
  /** The page that was wanted before signing in. */
  readonly to: string;
}

/** One person from now on, or the guest again. Both are said in full before anything is pressed. */
export function GuestChoice({ to }: GuestChoiceProps) {
  const t = useTranslations("signIn.guest");
  const words = useTroubleWords();
  const isAwake = useIsAwake();
  const [chosen, setChosen] = useState<"bring" | "back" | null>(null);
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);

  async function choose(choice: "bring" | "back"): Promise<void> {
    setChosen(choice);
    setUnanswered(null);
    const sent = await send("/api/guest", { bring: choice === "bring" });
    if (sent.kind === "answer") return window.location.replace(choice === "bring" ? to : "/");
    setChosen(null);
    setUnanswered(sent);
  }

  const isOnBothSides = unanswered?.kind === "refused" && unanswered.refusal.kind === "both-seats";
  const isBusy = !isAwake || chosen !== null;
  return (
    <>
      {unanswered && (
        <Trouble>
          {words(unanswered)} {isOnBothSides && t("bothSeats")}
        </Trouble>
      )}
      <section className={styles.choice}>
        <h2>{t("bringTitle")}</h2>
        <p>{t("bringText")}</p>
        <Button look="primary" disabled={isBusy || isOnBothSides} onClick={() => choose("bring")}>
          {chosen === "bring" ? t("bringing") : t("bring")}
        </Button>
      </section>
      <section className={styles.choice}>
        <h2>{t("backTitle")}</h2>
        <p>{t("backText")}</p>
        <Button disabled={isBusy} onClick={() => choose("back")}>
          {chosen === "back" ? t("goingBack") : t("back")}
        </Button>
      </section>
      <a className={styles.later} href={to}>
        {t("later")}
      </a>
    </>
  );
}
