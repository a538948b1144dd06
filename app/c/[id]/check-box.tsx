import { useTranslations } from "next-intl";
import type { InDialogue } from "#conversation/situation";
import { VerdictBox } from "./verdict-box";

/** For the speaker: was that it? Anything but "yes" asks what was missing. */
export function CheckBox({ situation }: { readonly situation: Extract<InDialogue, { kind: "check" }> }) {
  const t = useTranslations("conversation.check");
  const { step, answers, of } = situation;
  return (
    <VerdictBox
      step={step}
      answers={answers}
      question={of === "turn" ? t("labelTurn") : t("label")}
      yes={t("yes")}
      others={[
        { verdict: "partly", text: t("partly") },
        { verdict: "no", text: t("no") },
      ]}
      more={{ label: t("missing"), hint: t("missingHint"), send: t("send"), back: t("back") }}
    />
  );
}
