import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { Button } from "../../ui/button";
import { CopyButton } from "../../ui/copy-button";
import { QrCode } from "../../ui/qr-code";
import { TextField } from "../../ui/text-field";
import styles from "./invite-partner.module.css";
import type { InvitationDesk } from "./use-invitation-desk";

interface InviteLinkProps {
  /** Of the heading. */
  readonly id: string;
  readonly link: string;
  readonly topic: string | null;
  readonly desk: InvitationDesk;
}

/** The link, and the ways to get it to the other. What is shared is the link alone: no name, no topic. */
export function InviteLink({ id, link, topic, desk }: InviteLinkProps) {
  const t = useTranslations("invite");
  const [hasFailed, setFailed] = useState(false);
  const canShare = useSyncExternalStore(subscribeToNothing, isSharePossible, () => false) && !hasFailed;
  const share = () =>
    navigator.share({ url: link }).catch((error: unknown) => {
      const wasClosed = error instanceof DOMException && error.name === "AbortError";
      setFailed(!wasClosed); // where sharing does not work, copying takes its place
    });
  return (
    <>
      <h2 id={id}>{t("title")}</h2>
      <p className={styles.soft}>{topic ? t("seenAbout", { topic }) : t("seen")}</p>
      <TextField label={t("link")} value={link} readOnly onFocus={(event) => event.target.select()} />
      <div className={styles.row}>
        {canShare && (
          <Button look="primary" onClick={share}>
            {t("share")}
          </Button>
        )}
        <CopyButton
          text={link}
          label={t("copy")}
          copied={t("copied")}
          failed={t("copyFailed")}
          look={canShare ? "quiet" : "primary"}
        />
      </div>
      <details className={styles.code}>
        <summary>{t("code")}</summary>
        <QrCode text={link} label={t("codeLabel")} />
      </details>
      <p className={styles.soft}>
        {t("next")} {t("lasts")}
      </p>
      <div className={styles.end}>
        <Button look="plain" disabled={desk.isBusy} onClick={desk.revoke}>
          {t("revoke")}
        </Button>
      </div>
    </>
  );
}

const subscribeToNothing = () => () => {};
const isSharePossible = () => typeof navigator.share === "function";
