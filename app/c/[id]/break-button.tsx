import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "../../ui/dialog";
import { BreakForm } from "./break-form";
import styles from "./small-things.module.css";
import { useConversation } from "./use-conversation";
import { useSetting } from "./use-setting";

/** Take a break: opens the question when to come back. */
export function BreakButton() {
  const t = useTranslations("conversation.break");
  const { live } = useConversation();
  const isAlone = useSetting() === "alone";
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={styles.pause} onClick={() => setOpen(true)}>
        {t("open")}
        <small>{isAlone ? t("openHintAlone") : t("openHint")}</small>
      </button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t("title")}>
        <BreakForm
          onCancel={() => setOpen(false)}
          onBegin={(returnAt) => {
            setOpen(false);
            live.send("any:time-out", { kind: "time-out", returnAt });
          }}
        />
      </Dialog>
    </>
  );
}
