"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { Button } from "../ui/button";
import { type Care, hintsIn } from "./hints";
import { finishedWords } from "./phrases";
import { useWording } from "./use-wording";
import type { HintKind } from "./wording";
import styles from "./wording-hint.module.css";

interface WordingHintProps {
  /** What stands in the box, as it is being written. */
  readonly text: string;
  readonly care: Care;
}

/**
 * Under a box: at most one gentle hint at how something may be heard. It stops nothing. It is made and shown in the
 * writer's browser alone, and what was hinted at or hidden is kept nowhere: it is gone with the box.
 */
export function WordingHint({ text, care }: WordingHintProps) {
  const t = useTranslations("wording");
  const wording = useWording(useLocale());
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState<readonly HintKind[]>([]);
  const hints = wording ? hintsIn(finishedWords(text), care, wording) : [];
  const kind = hints.find((one) => !hidden.includes(one));

  const hide = (one: HintKind) => {
    setHidden([...hidden, one]);
    place.current?.focus(); // the button may go: whoever uses the keyboard stays where they were
  };
  return (
    <div ref={place} tabIndex={-1} className={styles.place} data-shown={kind !== undefined}>
      <p aria-live="polite" id={id}>
        {kind ? `${t(kind)} ` : null}
        {kind ? <small>{t("onlyYou")}</small> : null}
      </p>
      {kind ? (
        <Button look="plain" aria-describedby={id} onClick={() => hide(kind)}>
          {t("hide")}
        </Button>
      ) : null}
    </div>
  );
}
