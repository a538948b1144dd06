import { useTranslations } from "next-intl";
import { useConversation } from "../use-conversation";
import { WordsBox } from "../words-box";

/** A sentence that both see. It changes nothing else. */
export function Prompt() {
  const t = useTranslations("console.prompt");
  const { live } = useConversation();
  return (
    <WordsBox
      slot="any:prompt"
      label={t("label")}
      hint={t("hint")}
      button={t("send")}
      onSend={(words) => live.send("any:prompt", { kind: "prompt", words })}
    />
  );
}
