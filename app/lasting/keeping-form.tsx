"use client";

import type { Keeping } from "#conversation/keeping/keepings";
import type { Words } from "#conversation/moves";
import type { QuestionsProps } from "../fields/questions";
import { QuestionsForm } from "../fields/questions-form";
import { useKeeping } from "./use-keeping";

interface KeepingFormProps
  extends Pick<QuestionsProps, "fields" | "button" | "needed" | "care" | "above" | "children"> {
  readonly spaceId: string;
  /** What stands in the boxes at first. */
  readonly initial?: Words | undefined;
  /** What is sent, with these words. It is asked for at each press: what it names may have changed meanwhile. */
  keeping(words: Words): Keeping;
  onTaken?(): void;
}

/** Questions whose answers are kept between the two. Whatever becomes of them, what was typed stays in its box. */
export function KeepingForm({ spaceId, keeping, onTaken, ...rest }: KeepingFormProps) {
  const { send, isSending, trouble } = useKeeping(spaceId);
  return (
    <QuestionsForm
      {...rest}
      isOnItsWay={isSending}
      trouble={trouble}
      onSend={async (words) => {
        if (await send(keeping(words))) onTaken?.();
      }}
    />
  );
}
