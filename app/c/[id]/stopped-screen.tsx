import { useTranslations } from "next-intl";
import { isInFirstStep } from "#conversation/situation";
import { Button } from "../../ui/button";
import styles from "./ask.module.css";
import { useConversation } from "./use-conversation";
import { useSetting } from "./use-setting";

/** Somebody stopped. Nobody has to act; either may open it again. */
export function StoppedScreen() {
  const t = useTranslations("conversation.stop");
  const { live, state } = useConversation();
  const setting = useSetting();
  return (
    <div className={styles.rest}>
      <p>{isInFirstStep(state, state.head) ? t(`laterBody.${setting}`) : t(`stoppedBody.${setting}`)}</p>
      <Button onClick={() => live.send("any:reopen", { kind: "reopen" })}>{t("reopen")}</Button>
    </div>
  );
}
