"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import type { RenewAnswer, SpaceAnswer } from "#wire/answers";
import { keepLink } from "../kept-link";
import { textOf } from "../one-line";
import { send } from "../send";
import { useTroubleWords } from "../trouble-words";
import { Button } from "../ui/button";
import { RadioCards } from "../ui/radio-cards";
import { Trouble } from "../ui/trouble";
import { useIsAwake } from "../use-is-awake";
import styles from "./forms.module.css";

interface InviteFormProps {
  /** The space to invite to; null where one is made with the invitation. */
  readonly spaceId: string | null;
}

/** Makes a link to a space itself. The page of who is in it shows the link. */
export function InviteForm({ spaceId }: InviteFormProps) {
  const t = useTranslations("people");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const askFirst = textOf(new FormData(event.currentTarget), "opening") === "ask-first";
    setProblem(null);
    setIsSending(true);
    setProblem(await invite(askFirst));
    setIsSending(false);
  }

  async function invite(askFirst: boolean): Promise<string | null> {
    const path = spaceId === null ? "/api/spaces" : `/api/spaces/${spaceId}/invite`;
    const sent = await send<RenewAnswer | SpaceAnswer>(path, { askFirst });
    if (sent.kind !== "answer") return words(sent);
    const { answer } = sent;
    const id = "spaceId" in answer ? answer.spaceId : spaceId;
    if (id) keepLink(id, answer.invitation.url);
    if (spaceId === null) router.push(`/home/${id}/people`);
    else router.refresh();
    return null;
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <RadioCards
        legend={t("opening")}
        name="opening"
        cards={[
          { value: "let-in", title: t("letIn"), text: t("letInText") },
          { value: "ask-first", title: t("askFirst"), text: t("askFirstText") },
        ]}
        first="let-in"
      />
      {problem && <Trouble>{problem}</Trouble>}
      <div className={styles.end}>
        <Button type="submit" disabled={!isAwake || isSending}>
          {isSending ? t("making") : t("make")}
        </Button>
        <p>{t("sent")}</p>
      </div>
    </form>
  );
}
