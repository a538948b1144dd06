import { useTranslations } from "next-intl";
import { Stone } from "../../ui/stone";
import { useNames } from "./names";
import styles from "./room.module.css";
import { useConversation } from "./use-conversation";

/** The therapist, where there is one: always to be seen, with what they read. */
export function ThirdSeat() {
  const t = useTranslations("conversation.third");
  const inRoom = useTranslations("conversation");
  const { state, here } = useConversation();
  const names = useNames();
  if (!state.roster.therapist) return null;
  const isHere = here.includes("t") || names.isMe("t");
  const name = names.of("t");
  return (
    <div className={styles.third} data-seat="t">
      <Stone seat="t" name={name} resting={!isHere} />
      <span>
        <b>{names.isMe("t") ? t("you", { name }) : name}</b>
        <small>{names.isMe("t") ? inRoom("here") : isHere ? t("here") : t("notHere")}</small>
      </span>
    </div>
  );
}
