"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { RenewAnswer } from "#wire/answers";
import { keepLink, useKeptLink } from "../../../kept-link";
import { send } from "../../../send";
import { type Unanswered, useTroubleWords } from "../../../trouble-words";
import { Button } from "../../../ui/button";
import { CopyButton } from "../../../ui/copy-button";
import { QrCode } from "../../../ui/qr-code";
import { TextField } from "../../../ui/text-field";
import { Trouble } from "../../../ui/trouble";
import { useIsAwake } from "../../../use-is-awake";
import styles from "./therapist.module.css";

/** Makes a link for a therapist. It is told once, and this tab remembers it. */
export function InviteTherapist({ spaceId }: { readonly spaceId: string }) {
  const t = useTranslations("therapist.invite");
  const invite = useTranslations("invite");
  const words = useTroubleWords();
  const isAwake = useIsAwake();
  const name = `therapist:${spaceId}`;
  const link = useKeptLink(name);
  const [isSending, setIsSending] = useState(false);
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);

  async function make(): Promise<void> {
    setUnanswered(null);
    setIsSending(true);
    const sent = await send<RenewAnswer>(`/api/spaces/${spaceId}/therapists/invite`, {});
    setIsSending(false);
    if (sent.kind === "answer") keepLink(name, sent.answer.invitation.url);
    else setUnanswered(sent);
  }

  return (
    <section className={styles.section} aria-labelledby="invite-therapist">
      <h2 id="invite-therapist">{t("title")}</h2>
      <p className={styles.soft}>{t("text")}</p>
      {link && (
        <>
          <TextField label={t("link")} value={link} readOnly onFocus={(event) => event.target.select()} />
          <CopyButton text={link} label={t("copy")} copied={invite("copied")} failed={invite("copyFailed")} />
          <details className={styles.whole}>
            <summary>{t("code")}</summary>
            <QrCode text={link} label={invite("codeLabel")} />
          </details>
        </>
      )}
      {unanswered && <Trouble>{words(unanswered)}</Trouble>}
      <div>
        <Button disabled={!isAwake || isSending} onClick={make}>
          {t(link ? "again" : "make")}
        </Button>
      </div>
    </section>
  );
}
