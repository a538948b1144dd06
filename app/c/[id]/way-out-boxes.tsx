import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../ui/button";
import styles from "./ask.module.css";
import { useNames } from "./names";
import type { InDialogue } from "./situation";
import { useConversation } from "./use-conversation";
import { useSend, WordsBox } from "./words-box";

/** For the other, once the whole turn has been said back: what sense it makes. It is not the same as agreeing. */
export function ValidateBox({
  situation,
}: {
  readonly situation: Extract<InDialogue, { kind: "validate" }>;
}) {
  const t = useTranslations("conversation.validate");
  const { other } = useNames();
  const send = useSend();
  const { step, answers } = situation;
  const slot = `${step.id}:validate`;
  return (
    <WordsBox
      slot={slot}
      label={t("label", { other })}
      hint={t("hint")}
      button={t("send")}
      onSend={(words) => send(slot, { kind: "validate", answers, words })}
      onAloud={(words) => send(slot, { kind: "validate", answers, aloud: true, ...(words && { words }) })}
    />
  );
}

/** For the other: a guess at how it feels. */
export function EmpathiseBox({
  situation,
}: {
  readonly situation: Extract<InDialogue, { kind: "empathise" }>;
}) {
  const t = useTranslations("conversation.empathise");
  const { other } = useNames();
  const send = useSend();
  const { step, answers } = situation;
  const slot = `${step.id}:empathise`;
  return (
    <WordsBox
      slot={slot}
      label={t("label", { other })}
      hint={t("hint")}
      button={t("send")}
      onSend={(words) => send(slot, { kind: "empathise", answers, words })}
      onAloud={(words) => send(slot, { kind: "empathise", answers, aloud: true, ...(words && { words }) })}
    />
  );
}

/** For the speaker: is that how it feels? A correction is said once and not sent back. */
export function CorrectBox({ situation }: { readonly situation: Extract<InDialogue, { kind: "correct" }> }) {
  const t = useTranslations("conversation.correct");
  const send = useSend();
  const { step, answers } = situation;
  const slot = `${step.id}:check`;
  const { live, waiting } = useConversation();
  const [isCorrecting, setCorrecting] = useState(live.draftOf(slot) !== null);
  if (isCorrecting)
    return (
      <WordsBox
        slot={slot}
        label={t("how")}
        hint={t("howHint")}
        button={t("send")}
        optional
        onSend={(words) =>
          send(slot, { kind: "check", answers, verdict: "partly", ...("text" in words && { words }) })
        }
      >
        <Button look="plain" onClick={() => setCorrecting(false)}>
          {t("back")}
        </Button>
      </WordsBox>
    );
  const isOnItsWay = waiting.some((one) => one.slot === slot);
  return (
    <div className={styles.box}>
      <h2>{t("label")}</h2>
      <div className={styles.row}>
        <Button
          look="primary"
          disabled={isOnItsWay}
          onClick={() => send(slot, { kind: "check", answers, verdict: "yes" })}
        >
          {t("yes")}
        </Button>
        <Button disabled={isOnItsWay} onClick={() => setCorrecting(true)}>
          {t("notQuite")}
        </Button>
      </div>
    </div>
  );
}
