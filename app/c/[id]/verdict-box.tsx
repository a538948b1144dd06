import { useState } from "react";
import type { DialogueStep } from "#conversation/guide";
import type { Verdict } from "#conversation/moves";
import { Button } from "../../ui/button";
import styles from "./ask.module.css";
import { useConversation } from "./use-conversation";
import { WordsBox } from "./words-box";

type NotYes = Exclude<Verdict, "yes">;

interface VerdictBoxProps {
  readonly step: DialogueStep;
  /** The number of what is judged. */
  readonly answers: number;
  readonly question: string;
  readonly yes: string;
  /** The other answers there are. Each asks for a few words, which may be left out. */
  readonly others: readonly { readonly verdict: NotYes; readonly text: string }[];
  readonly more: {
    readonly label: string;
    readonly hint: string;
    readonly send: string;
    readonly back: string;
  };
}

/** For the speaker: was that it? "Yes" goes on at once; anything else asks for a few words. */
export function VerdictBox({ step, answers, question, yes, others, more }: VerdictBoxProps) {
  const { live, waiting } = useConversation();
  const slot = `${step.id}:check`;
  // What was begun to be written is there again with the next answer; the answer itself is asked anew.
  const [verdict, setVerdict] = useState<NotYes | null>(null);
  const isOnItsWay = waiting.some((one) => one.slot === slot);
  if (verdict)
    return (
      <WordsBox
        slot={slot}
        label={more.label}
        hint={more.hint}
        button={more.send}
        optional
        onSend={(words) =>
          live.send(slot, { kind: "check", answers, verdict, ...("text" in words && { words }) })
        }
      >
        <Button look="plain" onClick={() => setVerdict(null)}>
          {more.back}
        </Button>
      </WordsBox>
    );
  return (
    <div className={styles.box}>
      <h2>{question}</h2>
      <div className={styles.row}>
        <Button
          look="primary"
          disabled={isOnItsWay}
          onClick={() => live.send(slot, { kind: "check", answers, verdict: "yes" })}
        >
          {yes}
        </Button>
        {others.map((other) => (
          <Button key={other.verdict} disabled={isOnItsWay} onClick={() => setVerdict(other.verdict)}>
            {other.text}
          </Button>
        ))}
      </div>
    </div>
  );
}
