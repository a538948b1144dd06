import { useTranslations } from "next-intl";
import { buttonClass } from "../../ui/button";
import { MailTime } from "./mail-time";
import { SetAsideWords } from "./time-words";
import { useConversation } from "./use-conversation";
import { useTimes } from "./use-times";
import styles from "./when-we-go-on.module.css";
import { WithdrawTime } from "./withdraw-time";

/** The time both have set aside, to be put into a calendar or called off. */
export function TimeSetAside() {
  const t = useTranslations("conversation.goOn");
  const { conversationId } = useConversation();
  const { meeting } = useTimes();
  const file = `/api/conversations/${conversationId}/meeting`;
  return (
    <div className={styles.part}>
      <p role="status" className={styles.said}>
        {meeting ? <SetAsideWords meeting={meeting} /> : null}
      </p>
      {meeting ? (
        <>
          <div className={styles.row}>
            {/* Saved as a file: were it a page to go to, one without a connection would take this one away. */}
            <a className={buttonClass("quiet")} href={file} download>
              {t("calendar")}
            </a>
            <MailTime key={meeting.accepted} path={`${file}/mail`} />
          </div>
          <WithdrawTime answers={meeting.seq}>{t("callOff")}</WithdrawTime>
        </>
      ) : null}
    </div>
  );
}
