"use client";

import { useTranslations } from "next-intl";
import { DestroyKept } from "../kept-text/destroy-kept";

interface DestroyLetterProps {
  /** Null while nothing of it was kept. */
  readonly id: string | null;
  /** Who has it too: what was sent is theirs. */
  readonly other?: string;
  /** Is called before: nothing that was typed may bring it back. */
  stop?(): void;
}

/** Destroys a letter for good, in two presses. */
export function DestroyLetter({ id, other, stop }: DestroyLetterProps) {
  const t = useTranslations("letters.destroy");
  return (
    <DestroyKept
      api={id === null ? null : `/api/letters/${id}/destroy`}
      then="/letters"
      text={other === undefined ? t("text") : t("textSent", { other })}
      says={t}
      stop={stop}
    />
  );
}
