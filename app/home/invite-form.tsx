"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import type { RenewAnswer, SpaceAnswer } from "#wire/answers";
import { keepLink } from "../kept-link";
import { oneLine, textOf } from "../one-line";
import { send } from "../send";
import { useTroubleWords } from "../trouble-words";
import { Button } from "../ui/button";
import { RadioCards } from "../ui/radio-cards";
import { TextField } from "../ui/text-field";
import { Trouble } from "../ui/trouble";
import { useIsAwake } from "../use-is-awake";
import styles from "./forms.module.css";

interface InviteFormProps {
  /** The space to invite to; null where one is made with the invitation. */
  readonly spaceId: string | null;
  /** What whoever invites is called; asked for where it is empty. */
  readonly name: string;
}

/** Makes a link to a space itself. The page of who is in it shows the link. */
export function InviteForm({ spaceId, name }: InviteFormProps) {
  const t = useTranslations("people");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [nameProblem, setNameProblem] = useState<string | null>(null);

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const given = oneLine(textOf(data, "name"));
    setProblem(null);
    setNameProblem(null);
    if (spaceId === null && !name && !given) {
      setNameProblem(t("nameNeeded"));
      event.currentTarget.querySelector<HTMLInputElement>("[name=name]")?.focus();
      return;
    }
    setIsSending(true);
    setProblem(
      await invite({ askFirst: textOf(data, "opening") === "ask-first", ...(given && { name: given }) }),
    );
    setIsSending(false);
  }

  async function invite(request: {
    readonly askFirst: boolean;
    readonly name?: string;
  }): Promise<string | null> {
    const path = spaceId === null ? "/api/spaces" : `/api/spaces/${spaceId}/invite`;
    const sent = await send<RenewAnswer | SpaceAnswer>(path, request);
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
      {spaceId === null && !name && (
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          problem={nameProblem}
          name="name"
          maxLength={60}
          required
          autoComplete="given-name"
        />
      )}
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
