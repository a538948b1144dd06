import { useTranslations } from "next-intl";
import styles from "./ask.module.css";
import { useConversation } from "./use-conversation";

/** Says when there is no connection, and that nothing is lost. Says nothing while all is well. */
export function ConnectionNote() {
  const t = useTranslations("conversation.connection");
  const { connection } = useConversation();
  const text = (() => {
    switch (connection.kind) {
      case "connecting":
      case "online":
        return null;
      case "offline":
        return t("offline");
      case "troubled":
        return t("troubled");
      case "ended":
        return connection.reason === "signed-out" ? t("signedOut") : t("removed");
    }
  })();
  return (
    <p role="status" className={text ? styles.note : "quiet-text"}>
      {text}
    </p>
  );
}
