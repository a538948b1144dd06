"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import type { StartedAnswer } from "#wire/answers";
import type { StartRequest } from "#wire/requests";
import { keepLink } from "../kept-link";
import { oneLine, textOf } from "../one-line";
import { send } from "../send";
import { fieldAtFault, useTroubleWords } from "../trouble-words";
import { Button } from "../ui/button";
import { RadioCards } from "../ui/radio-cards";
import { TextField } from "../ui/text-field";
import { Trouble } from "../ui/trouble";
import { useIsAwake } from "../use-is-awake";
import { type GuideChoice, GuideChoices } from "./guide-choices";
import styles from "./new.module.css";

interface NewFormProps {
  readonly guides: readonly GuideChoice[];
  /** What whoever asks is called already; empty for a stranger. */
  readonly name: string;
}

/** What stands in the way, and where to say it. */
interface Problem {
  readonly field: "name" | "topic" | "form";
  readonly words: string;
}

export function NewForm({ guides, name }: NewFormProps) {
  const t = useTranslations("new");
  const [guideId, setGuideId] = useState(guides[0]?.id);
  const { isSending, problem, submit } = useStart();
  const isAwake = useIsAwake();
  const roles = guides.find(({ id }) => id === guideId)?.roles ?? [];
  const problemAt = (field: Problem["field"]) => (problem?.field === field ? problem.words : null);
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <GuideChoices guides={guides} onChoose={setGuideId} />
      <TextField
        label={t("topic")}
        hint={t("topicHint")}
        problem={problemAt("topic")}
        name="topic"
        maxLength={120}
        autoComplete="off"
      />
      {roles.length > 1 && (
        <RadioCards
          key={guideId}
          legend={t("role")}
          name="role"
          cards={roles.map(({ id, mine }) => ({ value: id, title: mine }))}
          first={roles[0]?.id}
        />
      )}
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        problem={problemAt("name")}
        name="name"
        defaultValue={name}
        maxLength={60}
        required
        autoComplete="given-name"
      />
      <RadioCards
        legend={t("opening")}
        name="opening"
        cards={[
          { value: "let-in", title: t("letIn"), text: t("letInText") },
          { value: "ask-first", title: t("askFirst"), text: t("askFirstText") },
        ]}
        first="let-in"
      />
      {problem?.field === "form" && <Trouble>{problem.words}</Trouble>}
      <div className={styles.end}>
        <Button type="submit" look="primary" disabled={!isAwake || isSending}>
          {isSending ? t("sending") : t("send")}
        </Button>
        <p>{t("after")}</p>
      </div>
    </form>
  );
}

/** Starts the conversation and goes there; or says what stands in the way, with everything typed still in place. */
function useStart() {
  const t = useTranslations("new");
  const words = useTroubleWords();
  const router = useRouter();
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function start(form: HTMLFormElement): Promise<Problem | null> {
    const request = readRequest(form);
    if (!request.name) return { field: "name", words: t("nameNeeded") };
    const sent = await send<StartedAnswer>("/api/conversations", request);
    if (sent.kind !== "answer") {
      const field = fieldAtFault(sent);
      return { field: field === "name" || field === "topic" ? field : "form", words: words(sent) };
    }
    const { conversationId, invitation } = sent.answer;
    keepLink(conversationId, invitation.url);
    router.push(`/c/${conversationId}`);
    return null;
  }

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    setProblem(null);
    setIsSending(true);
    const found = await start(form);
    if (!found) return; // on the way to the conversation
    setIsSending(false);
    setProblem(found);
    if (found.field !== "form") form.querySelector<HTMLInputElement>(`[name=${found.field}]`)?.focus();
  }

  return { isSending, problem, submit };
}

function readRequest(form: HTMLFormElement): StartRequest {
  const data = new FormData(form);
  const topic = oneLine(textOf(data, "topic"));
  const role = textOf(data, "role");
  return {
    guide: textOf(data, "guide"),
    name: oneLine(textOf(data, "name")),
    ...(topic && { topic }),
    ...(role && { role }),
    askFirst: textOf(data, "opening") === "ask-first",
  };
}
