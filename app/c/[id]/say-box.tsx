import { useTranslations } from "next-intl";
import { useState } from "react";
import type { DialogueStep } from "#conversation/guide";
import type { InDialogue } from "#conversation/situation";
import fields from "../../fields/fields.module.css";
import { Button } from "../../ui/button";
import { AnswerBox } from "./answer-box";
import styles from "./ask.module.css";
import { TurnRing } from "./turn-ring";
import { useConversation } from "./use-conversation";
import { WordsBox } from "./words-box";

interface SayBoxProps {
  readonly step: DialogueStep;
  readonly since: number;
  /** The speaker has said "I was heard" before and may give the floor back at once. */
  readonly mayPass?: boolean;
  readonly label?: string;
  /** Where there was something else to choose, the way back to it. */
  onBack?(): void;
}

/** For the one with the floor. */
export function SayBox({ step, since, mayPass = false, label, onBack }: SayBoxProps) {
  const t = useTranslations("conversation");
  const { live } = useConversation();
  const slot = `${step.id}:say`;
  return (
    <WordsBox
      slot={slot}
      label={label ?? (mayPass ? t("back.label") : t("say.label"))}
      hint={t("say.hint")}
      button={t("say.send")}
      care="speaking"
      onSend={(words) => live.send(slot, { kind: "say", words })}
      onAloud={(words) => live.send(slot, { kind: "say", aloud: true, ...(words && { words }) })}
      aside={<TurnRing step={step} since={since} />}
    >
      {mayPass ? (
        <Button onClick={() => live.send(`${step.id}:pass-floor`, { kind: "pass-floor" })}>
          {t("back.pass")}
        </Button>
      ) : null}
      {onBack ? (
        <Button look="plain" onClick={onBack}>
          {t("check.back")}
        </Button>
      ) : null}
    </WordsBox>
  );
}

/** For the other: say back what was heard. */
export function ReflectBox({ situation }: { readonly situation: Extract<InDialogue, { kind: "reflect" }> }) {
  const t = useTranslations("conversation.reflect");
  const { step, since, answers, isAgain, of } = situation;
  const label = of === "turn" ? t("labelTurn") : t("label");
  return (
    <AnswerBox
      key={`${of} ${answers} ${isAgain}`}
      kind="reflect"
      step={step}
      answers={answers}
      label={isAgain ? t("labelAgain") : label}
      hint={of === "turn" ? t("hintTurn") : t("hint")}
      button={t("send")}
      aside={<TurnRing step={step} since={since} />}
    />
  );
}

/** After three tries the speaker may also say it another way (D5). */
export function AnewBox({ step, since }: SayBoxProps) {
  const t = useTranslations("conversation.anew");
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <SayBox step={step} since={since} label={t("open")} onBack={() => setOpen(false)} />;
  return (
    <div className={styles.box}>
      <p className={fields.question}>{t("label")}</p>
      <p className={styles.hint}>{t("hint")}</p>
      <div className={styles.row}>
        <Button onClick={() => setOpen(true)}>{t("open")}</Button>
      </div>
    </div>
  );
}
