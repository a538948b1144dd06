import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Sent, send } from "../../send";
import { useTroubleWords } from "../../trouble-words";
import { Button } from "../../ui/button";
import { Trouble } from "../../ui/trouble";
import styles from "./when-we-go-on.module.css";

/** Sends the time, as a calendar's file, to one's own address and to nobody else. */
export function MailTime({ path }: { readonly path: string }) {
  const t = useTranslations("conversation.goOn");
  const words = useTroubleWords();
  const [sent, setSent] = useState<Sent<object> | "on its way" | null>(null);
  const mail = async () => {
    setSent("on its way");
    setSent(await send<object>(path, {}));
  };
  const answer = sent === "on its way" ? null : sent;
  // There is no such call where no mail can be sent, and none without a time; a link that leads nowhere it is not.
  const isNowhere = answer?.kind === "refused" && answer.refusal.kind === "not-found";
  return (
    <>
      <Button disabled={sent === "on its way"} onClick={mail}>
        {t("mail")}
      </Button>
      <p role="status" className={styles.soft}>
        {answer?.kind === "answer" ? t("mailed") : null}
      </p>
      {answer && answer.kind !== "answer" ? (
        <Trouble>{isNowhere ? t("notMailed") : words(answer)}</Trouble>
      ) : null}
    </>
  );
}
