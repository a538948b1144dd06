"use client";

import type { Field } from "#conversation/guide";
import type { Keeping } from "#conversation/keeping/keepings";
import type { Words } from "#conversation/moves";
import type { AnyRefusal } from "#wire/refusals";
import type { QuestionsProps } from "../fields/questions";
import { QuestionsForm } from "../fields/questions-form";
import { Trouble } from "../ui/trouble";
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
  const { send, isSending, refusal, trouble } = useKeeping(spaceId);
  const field = refusal && fieldRefused(refusal, rest.fields);
  return (
    <QuestionsForm
      {...rest}
      isOnItsWay={isSending}
      refused={field && trouble !== null ? { field, text: trouble } : null}
      trouble={trouble !== null && !field ? <Trouble>{trouble}</Trouble> : null}
      onSend={async (words) => {
        if (await send(keeping(words))) onTaken?.();
      }}
    />
  );
}

/** The question whose answer could not be taken; null where it was none in particular. */
function fieldRefused(refusal: AnyRefusal, fields: readonly Field[]): string | null {
  const isAt = ({ id, kind }: Field) =>
    refusal.kind === "bad-date" ? id === refusal.field : refusal.kind === "bad-repeat" && kind === "repeat";
  return fields.find(isAt)?.id ?? null;
}
