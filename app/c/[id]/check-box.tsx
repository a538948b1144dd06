import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../ui/button";
import styles from "./ask.module.css";
import type { InDialogue } from "./situation";
import { useConversation } from "./use-conversation";
import { useSend, WordsBox } from "./words-box";

/** For the speaker: was that it? Anything but "yes" asks what was missing. */
export function CheckBox({ situation }: { readonly situation: Extract<InDialogue, { kind: "check" }> }) {
  const t = useTranslations("conversation.check");
  const send = useSend();
  const { step, answers, of } = situation;
  const slot = `${step.id}:check`;
  const { live, waiting } = useConversation();
  const [verdict, setVerdict] = useState<"partly" | "no" | null>(live.draftOf(slot) ? "partly" : null);
  if (verdict)
    return (
      <WordsBox
        slot={slot}
        label={t("missing")}
        hint={t("missingHint")}
        button={t("send")}
        optional
        onSend={(words) => send(slot, { kind: "check", answers, verdict, ...("text" in words && { words }) })}
      >
        <Button look="plain" onClick={() => setVerdict(null)}>
          {t("back")}
        </Button>
      </WordsBox>
    );
  const isOnItsWay = waiting.some((one) => one.slot === slot);
  return (
    <div className={styles.box}>
      <h2>{of === "turn" ? t("labelTurn") : t("label")}</h2>
      <div className={styles.row}>
        <Button
          look="primary"
          disabled={isOnItsWay}
          onClick={() => send(slot, { kind: "check", answers, verdict: "yes" })}
        >
          {t("yes")}
        </Button>
        <Button disabled={isOnItsWay} onClick={() => setVerdict("partly")}>
          {t("partly")}
        </Button>
        <Button disabled={isOnItsWay} onClick={() => setVerdict("no")}>
          {t("no")}
        </Button>
      </div>
    </div>
  );
}
