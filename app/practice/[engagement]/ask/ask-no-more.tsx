"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { send } from "../../../send";
import { type Unanswered, useTroubleWords } from "../../../trouble-words";
import { Button } from "../../../ui/button";
import { Trouble } from "../../../ui/trouble";
import { useIsAwake } from "../../../use-is-awake";

interface AskNoMoreProps {
  readonly engagementId: string;
  readonly assignmentId: string;
}

/** Whoever it was for sees it no more. */
export function AskNoMore({ engagementId, assignmentId }: AskNoMoreProps) {
  const t = useTranslations("practice.ask");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const [isSending, setIsSending] = useState(false);
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);

  async function withdraw(): Promise<void> {
    setUnanswered(null);
    setIsSending(true);
    const sent = await send(`/api/engagements/${engagementId}/assignments/${assignmentId}/withdraw`, {});
    setIsSending(false);
    if (sent.kind === "answer") return router.refresh();
    setUnanswered(sent);
  }

  return (
    <div>
      {unanswered && <Trouble>{words(unanswered)}</Trouble>}
      <Button look="plain" disabled={!isAwake || isSending} onClick={withdraw}>
        {t("withdraw")}
      </Button>
    </div>
  );
}
