"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PARTNERS } from "#conversation/seats";
import type { PracticeSpaceAnswer } from "#wire/answers";
import { keepLink } from "../kept-link";
import { send } from "../send";
import { type Unanswered, useTroubleWords } from "../trouble-words";
import { Button } from "../ui/button";
import { Trouble } from "../ui/trouble";
import { useIsAwake } from "../use-is-awake";
import { linkName } from "./link-name";
import styles from "./practice.module.css";

/** Opens a space for two, and goes to the page that shows the link for each. */
export function BeginWithCouple() {
  const t = useTranslations("practice.begin");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const [isSending, setIsSending] = useState(false);
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);

  async function begin(): Promise<void> {
    setUnanswered(null);
    setIsSending(true);
    const sent = await send<PracticeSpaceAnswer>("/api/practice/spaces", {});
    if (sent.kind === "answer") {
      const { engagementId, invitations } = sent.answer;
      for (const seat of PARTNERS) keepLink(linkName(engagementId, seat), invitations[seat].url);
      return router.push(`/practice/${engagementId}`);
    }
    setIsSending(false);
    setUnanswered(sent);
  }

  return (
    <div className={styles.form}>
      {unanswered && <Trouble>{words(unanswered)}</Trouble>}
      <div>
        <Button look="primary" disabled={!isAwake || isSending} onClick={begin}>
          {isSending ? t("going") : t("go")}
        </Button>
      </div>
    </div>
  );
}
