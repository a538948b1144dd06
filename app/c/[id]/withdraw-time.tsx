import type { ReactNode } from "react";
import { Button } from "../../ui/button";
import { useConversation } from "./use-conversation";

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
    <Button
      look="plain"
      disabled={waiting.some(({ slot }) => slot === SLOT)}
      onClick={() => live.send(SLOT, { kind: "withdraw-time", answers })}
    >
      {children}
    </Button>
  );
}
