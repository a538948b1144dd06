"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { TakeoutAnswer } from "#wire/answers";
import { send } from "../../send";
import { type Unanswered, useTroubleWords } from "../../trouble-words";
import { Button, buttonClass } from "../../ui/button";
import { Trouble } from "../../ui/trouble";
import styles from "./take-out.module.css";
import { useProgress } from "./use-progress";

interface PackingProps {
  /** What was asked for before, if anything. */
  readonly known: TakeoutAnswer | null;
}

/** Asks for the file, says how far it is, and gives it. It goes on when this page is left. */
export function Packing({ known }: PackingProps) {
  const t = useTranslations("takeout");
  const words = useTroubleWords();
  const { takeout, follow } = useProgress(known);
  const [isSending, setIsSending] = useState(false);
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);

  async function ask(): Promise<void> {
    setUnanswered(null);
    setIsSending(true);
    const sent = await send<TakeoutAnswer>("/api/takeout", {});
    setIsSending(false);
    if (sent.kind === "answer") follow(sent.answer);
    else setUnanswered(sent);
  }

  const isPacking = takeout?.state === "packing";
  return (
    <div className={styles.packing}>
      <div role="status">
        {isPacking && <Bar takeout={takeout} />}
        {takeout?.state === "ready" && <p>{t("ready")}</p>}
        {takeout?.state === "failed" && <p>{t("failed")}</p>}
      </div>
      {takeout?.state === "ready" && (
        <a className={buttonClass("primary")} href={`/api/takeout/${takeout.id}/archive`} download>
          {t("download")}
        </a>
      )}
      {!isPacking && (
        <Button look={takeout?.state === "ready" ? "plain" : "primary"} disabled={isSending} onClick={ask}>
          {takeout ? t("packAgain") : t("pack")}
        </Button>
      )}
      {unanswered && <Trouble>{words(unanswered)}</Trouble>}
    </div>
  );
}

function Bar({ takeout }: { readonly takeout: TakeoutAnswer }) {
  const t = useTranslations("takeout");
  const id = useId();
  const { done, total } = takeout;
  return (
    <>
      <p id={id}>{t("packing")}</p>
      {/* Without a value until the number of conversations is known. */}
      <progress aria-labelledby={id} {...(total > 0 && { value: done, max: total })} />
      <p className={styles.small} aria-hidden>
        {t("progress", { done, total })}
      </p>
    </>
  );
}
