"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { PARTNERS, type Partner } from "#conversation/seats";
import type { RenewAnswer } from "#wire/answers";
import { forgetLink, keepLink, useKeptLink } from "../../kept-link";
import { send } from "../../send";
import { type Unanswered, useTroubleWords } from "../../trouble-words";
import { Button } from "../../ui/button";
import { CopyButton } from "../../ui/copy-button";
import { QrCode } from "../../ui/qr-code";
import { TextField } from "../../ui/text-field";
import { Trouble } from "../../ui/trouble";
import { useIsAwake } from "../../use-is-awake";
import { linkName } from "../link-name";
import styles from "../practice.module.css";

interface PartnerLinksProps {
  readonly engagementId: string;
  /** Who has not come yet. */
  readonly missing: readonly Partner[];
}

/** The link for each who has not come, where this tab knows it; else the way to a new one. */
export function PartnerLinks({ engagementId, missing }: PartnerLinksProps) {
  useEffect(() => {
    // A link that was used is of no use: this tab need not remember it.
    for (const seat of PARTNERS) if (!missing.includes(seat)) forgetLink(linkName(engagementId, seat));
  }, [engagementId, missing]);
  return missing.map((seat) => <PartnerLink key={seat} engagementId={engagementId} seat={seat} />);
}

interface PartnerLinkProps {
  readonly engagementId: string;
  readonly seat: Partner;
}

function PartnerLink({ engagementId, seat }: PartnerLinkProps) {
  const t = useTranslations("practice.links");
  const invite = useTranslations("invite");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const link = useKeptLink(linkName(engagementId, seat));
  const [isSending, setIsSending] = useState(false);
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);

  async function renew(): Promise<void> {
    setUnanswered(null);
    setIsSending(true);
    const sent = await send<RenewAnswer>(`/api/engagements/${engagementId}/invite`, { seat });
    setIsSending(false);
    if (sent.kind === "answer") return keepLink(linkName(engagementId, seat), sent.answer.invitation.url);
    setUnanswered(sent);
    router.refresh(); // they may have come meanwhile
  }

  return (
    <div className={styles.form}>
      {link ? (
        <>
          <TextField
            label={t("seat", { seat })}
            value={link}
            readOnly
            onFocus={(event) => event.target.select()}
          />
          <CopyButton
            text={link}
            label={t("copy", { seat })}
            copied={invite("copied")}
            failed={invite("copyFailed")}
          />
          <details className={styles.whole}>
            <summary>{t("code", { seat })}</summary>
            <QrCode text={link} label={invite("codeLabel")} />
          </details>
        </>
      ) : (
        <p className={styles.soft}>{t("gone")}</p>
      )}
      {unanswered && <Trouble>{words(unanswered)}</Trouble>}
      <div>
        <Button disabled={!isAwake || isSending} onClick={renew}>
          {t("renew", { seat })}
        </Button>
      </div>
    </div>
  );
}
