import { useTranslations } from "next-intl";
import type { InDialogue } from "#conversation/situation";
import { AnswerBox } from "./answer-box";
import { useNames } from "./names";
import { VerdictBox } from "./verdict-box";

type In<K extends InDialogue["kind"]> = { readonly situation: Extract<InDialogue, { kind: K }> };

/** For the other, once the whole turn has been said back: what sense it makes. It is not the same as agreeing. */
export function ValidateBox({ situation }: In<"validate">) {
  const t = useTranslations("conversation.validate");
  const { other } = useNames();
  return <AnswerBox {...situation} label={t("label", { other })} hint={t("hint")} button={t("send")} />;
}

/** For the other: a guess at how it feels. */
export function EmpathiseBox({ situation }: In<"empathise">) {
  const t = useTranslations("conversation.empathise");
  const { other } = useNames();
  return <AnswerBox {...situation} label={t("label", { other })} hint={t("hint")} button={t("send")} />;
}

/** For the speaker: is that how it feels? A correction is said once and not sent back. */
export function CorrectBox({ situation: { step, answers } }: In<"correct">) {
  const t = useTranslations("conversation.correct");
  return (
    <VerdictBox
      step={step}
      answers={answers}
      question={t("label")}
      yes={t("yes")}
      others={[{ verdict: "partly", text: t("notQuite") }]}
      more={{ label: t("how"), hint: t("howHint"), send: t("send"), back: t("back") }}
    />
  );
}
