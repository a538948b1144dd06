import type { ReactNode } from "react";
import { Button } from "../../ui/button";
import { useConversation } from "./use-conversation";
import styles from "./when-we-go-on.module.css";

const SLOT = "any:withdraw-time";

/** Takes a suggestion back, or calls off a time that both had set aside. */
export function WithdrawTime({
  answers,
  children,
}: {
  readonly answers: number;
  readonly children: ReactNode;
}) {
  const { live, waiting } = useConversation();
  return (
    <div className={styles.plain}>
      <Button
        look="plain"
        disabled={waiting.some(({ slot }) => slot === SLOT)}
        onClick={() => live.send(SLOT, { kind: "withdraw-time", answers })}
      >
        {children}
      </Button>
    </div>
  );
}
