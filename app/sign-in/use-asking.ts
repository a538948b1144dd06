import { useTranslations } from "next-intl";
import { useState } from "react";
import { send } from "../send";
import { type Unanswered, useTroubleWords } from "../trouble-words";

const MINUTE = 60_000;

/** Asks for a code by mail. `ask` gives what stands in the way, in words; null once the mail is on its way. */
export function useAsking() {
  const t = useTranslations("signIn");
  const words = useTroubleWords();
  const [isAsking, setIsAsking] = useState(false);

  /** How often a code is sent to one address is limited by the hour: then it is worth saying when to come back. */
  const wordsFor = (unanswered: Unanswered): string => {
    const refusal = unanswered.kind === "refused" ? unanswered.refusal : null;
    return refusal?.kind === "slow-down" && refusal.retryAfterMs > MINUTE
      ? t("askLater", { minutes: Math.ceil(refusal.retryAfterMs / MINUTE) })
      : words(unanswered);
  };

  async function ask(address: string): Promise<string | null> {
    setIsAsking(true);
    const sent = await send("/api/sign-in/code", { address });
    setIsAsking(false);
    return sent.kind === "answer" ? null : wordsFor(sent);
  }
  return { ask, isAsking };
}
