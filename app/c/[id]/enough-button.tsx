import { useTranslations } from "next-intl";
import type { Offers } from "#conversation/state";
import { Button } from "../../ui/button";
import styles from "./ask.module.css";
import { useNames } from "./names";
import { useConversation } from "./use-conversation";

/** "That is all for now." The step ends when both have said so and nothing waits for an answer. */
export function EnoughButton({ slot, offers }: { readonly slot: string; readonly offers: Offers }) {
  const t = useTranslations("conversation.enough");
  const { other } = useNames();
  const { live, seat, waiting } = useConversation();
  const isOnItsWay = waiting.some((one) => one.slot === slot);
  if (seat === "t") return null;
  if (offers.enough.includes(seat)) return <p className={styles.hint}>{t("said", { other })}</p>;
  if (offers.current.length > 0) return <p className={styles.hint}>{t("notYet")}</p>;
  const otherHas = offers.enough.length > 0;
  return (
    <div className={styles.stack}>
      {otherHas ? <p className={styles.hint}>{t("otherSaid", { other })}</p> : null}
      <div className={styles.row}>
        <Button
          look={offers.settled.length > 0 || otherHas ? "primary" : "quiet"}
          disabled={isOnItsWay}
          onClick={() => live.send(slot, { kind: "enough" })}
        >
          {isOnItsWay ? t("sending") : t("send")}
        </Button>
      </div>
    </div>
  );
}
