import type { ReactNode } from "react";
import type { DialogueStep } from "#conversation/guide";
import { useConversation } from "./use-conversation";
import { WordsBox } from "./words-box";

interface AnswerBoxProps {
  /** What the one who listens does with what was said. */
  readonly kind: "reflect" | "validate" | "empathise";
  readonly step: DialogueStep;
  /** The number of what was said. */
  readonly answers: number;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  /** What stands beside the question. */
  readonly aside?: ReactNode;
}

/** For the one who listens: something about what the other has said, in words or aloud. */
export function AnswerBox({ kind, step, answers, label, hint, button, aside }: AnswerBoxProps) {
  const { live } = useConversation();
  const slot = `${step.id}:${kind}`;
  return (
    <WordsBox
      slot={slot}
      onSend={(words) => live.send(slot, { kind, answers, words })}
      onAloud={(words) => live.send(slot, { kind, answers, aloud: true, ...(words && { words }) })}
      label={label}
      hint={hint}
      button={button}
      aside={aside}
    />
  );
}
