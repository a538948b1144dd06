import { type ReactNode, useState } from "react";
import { type Sent, send } from "../send";
import { type Unanswered, useTroubleWords } from "../trouble-words";
import { Button, type ButtonLook } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Trouble } from "../ui/trouble";
import { useIsAwake } from "../use-is-awake";
import styles from "./two-presses.module.css";

interface TwoPressesProps {
  /** `going` stands in place of `confirm` while it is done. */
  readonly says: Readonly<Record<"go" | "sure" | "confirm" | "stay", string>> & { readonly going?: string };
  readonly look?: ButtonLook;
  /** What it comes to, said before the second press. */
  readonly children: ReactNode;
  /** The call that the second press makes; null where there is nothing to undo. */
  readonly path: string | null;
  readonly body?: object;
  /** Whether another answer is as good: it was done already. */
  readonly isAsGood?: (sent: Sent<unknown>) => boolean;
  /** When it is done. `stays` where one is on the same page then. */
  readonly then: () => void;
  readonly stays?: boolean;
}

/** Something that cannot be taken back, or is not lightly done: one press asks, with what it comes to, the second does it. */
export function TwoPresses(props: TwoPressesProps) {
  const { says, look, children, path, body = {}, isAsGood, then, stays = false } = props;
  const words = useTroubleWords();
  const isAwake = useIsAwake();
  const [isAsked, setIsAsked] = useState(false);
  const [isGoing, setIsGoing] = useState(false);
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);

  async function go(): Promise<void> {
    setUnanswered(null);
    setIsGoing(true);
    const sent: Sent<unknown> | null = path === null ? null : await send<unknown>(path, body);
    const isDone = sent === null || sent.kind === "answer" || isAsGood?.(sent) === true;
    if (!isDone || stays) setIsGoing(false);
    if (!isDone) return setUnanswered(sent);
    if (stays) setIsAsked(false);
    then();
  }

  return (
    <div>
      <Button {...(look && { look })} disabled={!isAwake} onClick={() => setIsAsked(true)}>
        {says.go}
      </Button>
      <Dialog isOpen={isAsked} onClose={() => setIsAsked(false)} title={says.sure}>
        <p>{children}</p>
        {unanswered && <Trouble>{words(unanswered)}</Trouble>}
        <div className={styles.row}>
          <Button look="primary" disabled={isGoing} onClick={go}>
            {isGoing && says.going ? says.going : says.confirm}
          </Button>
          <Button disabled={isGoing} onClick={() => setIsAsked(false)}>
            {says.stay}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
