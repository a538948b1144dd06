import { useTranslations } from "next-intl";
import { Button } from "../../ui/button";
import styles from "./ask.module.css";
import { LocalTime } from "./local-time";
import { StopHere } from "./stop-here";
import { useConversation } from "./use-conversation";
import { useHasCome } from "./use-has-come";
import { useSetting } from "./use-setting";

/** A break, the same for everybody. Nothing can be written; from the return time on, anyone may go on. */
export function RestScreen({ until }: { readonly until: string }) {
  const t = useTranslations("conversation.break");
  const { live } = useConversation();
  const isAlone = useSetting() === "alone";
  const hasCome = useHasCome(until, live.serverNow);
  return (
    <div className={styles.rest}>
      <h2>
        <LocalTime at={until}>{(time) => t("until", { time })}</LocalTime>
      </h2>
      <p>{hasCome ? t("ready") : isAlone ? t("restBodyAlone") : t("restBody")}</p>
      {hasCome ? (
        <Button look="primary" onClick={() => live.send("any:return", { kind: "return" })}>
          {isAlone ? t("returnAlone") : t("return")}
        </Button>
      ) : (
        <p>{isAlone ? t("restIdeaAlone") : t("restIdea")}</p>
      )}
      <StopHere />
    </div>
  );
}
