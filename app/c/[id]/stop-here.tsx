import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import styles from "./ask.module.css";
import { useConversation } from "./use-conversation";
import { useSetting } from "./use-setting";

/** Stops the conversation, after one question. No reason is asked for. */
export function StopHere() {
  const t = useTranslations("conversation.stop");
  const { live } = useConversation();
  const setting = useSetting();
  const [isOpen, setOpen] = useState(false);
  const stop = () => {
    setOpen(false);
    live.send("any:stop", { kind: "stop" });
  };
  return (
    <>
      <Button look="plain" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t("title")}>
        <p>{t(`body.${setting}`)}</p>
        <div className={styles.row}>
          <Button look="primary" onClick={stop}>
            {t("confirm")}
          </Button>
          <Button onClick={() => setOpen(false)}>{t("cancel")}</Button>
        </div>
      </Dialog>
    </>
  );
}
