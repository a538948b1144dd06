"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { Field } from "#conversation/guide";
import { SIGHTS, type Sight } from "#conversation/keeping/keepings";
import type { Words } from "#conversation/moves";
import { Answers } from "../fields/answers";
import { Button } from "../ui/button";
import { useFocusKept } from "../use-focus-kept";
import type { Couple } from "./couple";
import { KeepingForm } from "./keeping-form";
import styles from "./sight-answer.module.css";

interface SightAnswerProps {
  readonly couple: Couple;
  /** The number of what it answers. */
  readonly answers: number;
  /** Whoever looks at the page has written that: the other answers. */
  readonly isMine: boolean;
  /** What was answered last; null while nothing was. */
  readonly sight: Sight | null;
  /** What was said along with it. */
  readonly words: Words | null;
  readonly isUnreadable: boolean;
}

/** What the other says to what was told: they saw it too, or saw it differently. It may be said anew at any time. */
export function SightAnswer(props: SightAnswerProps) {
  const t = useTranslations("lasting.sight");
  const unreadable = useTranslations("lasting")("unreadable");
  const { couple, answers, isMine, sight, words } = props;
  const place = useRef<HTMLDivElement>(null);
  useFocusKept(place);
  const [isChanging, setChanging] = useState(false);
  const mayAnswer = !isMine && !couple.hasLeft;
  const fields = useSightFields();
  const who = { who: isMine ? "other" : "me", name: couple.other };
  return (
    <div ref={place} tabIndex={-1} className={styles.sight} data-seat={couple.seat}>
      {sight ? (
        <>
          <p>{t(`said.${sight}`, who)}</p>
          {words ? <Answers fields={[fields.text]} words={words} /> : null}
          {props.isUnreadable ? <p className={styles.soft}>{unreadable}</p> : null}
        </>
      ) : null}
      {sight === null && isMine && !couple.hasLeft ? (
        <p className={styles.soft}>{t("waits", { other: couple.other })}</p>
      ) : null}
      {mayAnswer && (sight === null || isChanging) ? (
        <KeepingForm
          spaceId={couple.spaceId}
          fields={[fields.sight, fields.text]}
          initial={sight === null ? {} : { sight, ...words }}
          button={t("say")}
          needed={t("needed")}
          keeping={({ sight: chosen, ...said }) => ({
            kind: "see",
            answers,
            sight: SIGHTS.find((one) => one === chosen) ?? "seen",
            ...(Object.keys(said).length > 0 && { words: said }),
          })}
          onTaken={() => setChanging(false)}
        >
          {isChanging ? (
            <Button look="plain" onClick={() => setChanging(false)}>
              {t("notNow")}
            </Button>
          ) : null}
        </KeepingForm>
      ) : null}
      {mayAnswer && sight !== null && !isChanging ? (
        <Button look="plain" onClick={() => setChanging(true)}>
          {t("change")}
        </Button>
      ) : null}
    </div>
  );
}

function useSightFields(): Readonly<Record<"sight" | "text", Field>> {
  const t = useTranslations("lasting.sight");
  return {
    sight: {
      id: "sight",
      kind: "choice",
      label: t("question"),
      options: SIGHTS.map((id) => ({ id, text: t(`option.${id}`) })),
    },
    text: { id: "text", kind: "text", label: t("text"), optional: true },
  };
}
