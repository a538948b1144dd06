import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import type { StartedAnswer } from "#wire/answers";
import type { StartRequest } from "#wire/requests";
import { keepLink } from "../kept-link";
import { send } from "../send";
import { fieldAtFault, useTroubleWords } from "../trouble-words";

/** What stands in the way, and where to say it. */
export interface Problem {
  readonly field: "name" | "topic" | "form";
  readonly words: string;
}

/**
 * Starts the conversation that a form describes and goes there; or says what stands in the way, with everything typed
 * still in place. `read` gives the request, or what is missing.
 */
export function useStart(read: (form: HTMLFormElement) => StartRequest | Problem) {
  const words = useTroubleWords();
  const router = useRouter();
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function start(form: HTMLFormElement): Promise<Problem | null> {
    const request = read(form);
    if ("field" in request) return request;
    const sent = await send<StartedAnswer>("/api/conversations", request);
    if (sent.kind !== "answer") {
      const field = fieldAtFault(sent);
      return { field: field === "name" || field === "topic" ? field : "form", words: words(sent) };
    }
    const { conversationId, invitation } = sent.answer;
    if (invitation) keepLink(conversationId, invitation.url);
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
    const field = form.querySelector<HTMLInputElement>(`[name=${found.field}]`);
    if (field) field.focus();
    else setProblem({ ...found, field: "form" });
  }

  const problemAt = (field: Problem["field"]) => (problem?.field === field ? problem.words : null);
  return { isSending, problemAt, submit };
}
