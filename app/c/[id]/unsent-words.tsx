import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Field } from "#conversation/guide";
import { currentStep, type State } from "#conversation/state";
import { isReviewed } from "#conversation/steps/review";
import type { Draft } from "#wire/events";
import { Button } from "../../ui/button";
import styles from "./ask.module.css";
import { useConversation } from "./use-conversation";
import { Answers } from "./written-answer";

/**
 * What somebody was writing when its step came to an end: its box is gone, the words are not. Closed until it is opened,
 * since it may be something that was never to be shown.
 */
export function UnsentWords() {
  const t = useTranslations("conversation.unsent");
  const { live, state } = useConversation();
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const unsent = live.drafts().filter(({ slot }) => !dropped.includes(slot) && hasNoBoxAnyMore(state, slot));
  if (unsent.length === 0) return null;
  const drop = (slot: string) => {
    live.keepDraft(slot, null);
    setDropped([...dropped, slot]);
  };
  return (
    <details className={styles.note}>
      <summary>{t("title")}</summary>
      {unsent.map((draft) => (
        <div key={draft.slot} className={styles.unsent}>
          <Answers fields={fieldsOf(state, draft)} words={draft.words} />
          <Button look="plain" onClick={() => drop(draft.slot)}>
            {t("drop")}
          </Button>
        </div>
      ))}
    </details>
  );
}

/** A step that has ended, or an agreement on which both have decided: nothing is written there any more. */
function hasNoBoxAnyMore(state: State, slot: string): boolean {
  if (slot.endsWith(":alone")) return false;
  const stepId = stepIdOf(state, slot);
  const current = currentStep(state)?.progress;
  if (stepId === undefined) return false;
  if (current?.step.id !== stepId) return true;
  return (
    current.kind === "review" && current.due.some(({ id }) => slot.includes(id) && isReviewed(current, id))
  );
}

/** The step that has begun and that this was written for: its id, or its id and what it is about, stand before the colon. */
function stepIdOf(state: State, slot: string): string | undefined {
  const [place = ""] = slot.split(":");
  const ids = state.steps.map(({ progress }) => progress.step.id);
  return ids.find((id) => place === id) ?? ids.find((id) => place.startsWith(`${id}-`));
}

const TEXT: Field = { id: "text", kind: "text", label: "" };

function fieldsOf(state: State, { slot }: Draft): readonly Field[] {
  const id = stepIdOf(state, slot);
  const step = state.steps.find(({ progress }) => progress.step.id === id)?.progress.step;
  return step?.kind === "write" || step?.kind === "settle" ? step.fields : [TEXT];
}
