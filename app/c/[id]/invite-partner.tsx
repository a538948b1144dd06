"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { InvitationInfo } from "#wire/events";
import { useKeptLink } from "../../kept-link";
import { useTroubleWords } from "../../trouble-words";
import { Button } from "../../ui/button";
import { Trouble } from "../../ui/trouble";
import { InviteLink } from "./invite-link";
import styles from "./invite-partner.module.css";
import { type InvitationDesk, useInvitationDesk } from "./use-invitation-desk";

export { forgetLink } from "../../kept-link";

interface InvitePartnerProps {
  /** What it leads to: the tab remembers the link under this id. */
  readonly conversationId: string;
  readonly invitation: InvitationInfo | null;
  readonly topic: string | null;
  /** Called when something was done about it, where no socket tells how it stands. */
  readonly onAnswered?: () => void;
}

/** For the opener, while the other seat is free: the link to send, or who would like to come in. */
export function InvitePartner({ invitation, ...rest }: InvitePartnerProps) {
  return invitation && <Invite invitation={invitation} {...rest} />;
}

function Invite({
  conversationId,
  invitation,
  topic,
  onAnswered,
}: InvitePartnerProps & { invitation: InvitationInfo }) {
  const id = useId();
  const words = useTroubleWords();
  const desk = useInvitationDesk(conversationId, invitation, onAnswered);
  const kept = useKeptLink(conversationId);
  const ofThisOne = kept?.includes(`/j/${invitation.id}#`) ? kept : null; // an older link leads nowhere
  const link = desk.renewed ?? ofThisOne;
  const state = desk.renewed ? "open" : invitation.state;
  return (
    <section className={styles.invite} aria-labelledby={id}>
      {state === "asking" && <Newcomer id={id} name={invitation.name} desk={desk} />}
      {state === "open" && link && <InviteLink id={id} link={link} topic={topic} desk={desk} />}
      {state === "open" && kept !== undefined && !link && <NoLink id={id} isOpen desk={desk} />}
      {state === "closed" && <NoLink id={id} isOpen={false} desk={desk} />}
      {desk.unanswered && <Trouble>{words(desk.unanswered)}</Trouble>}
    </section>
  );
}

interface PartProps {
  /** Of the heading. */
  readonly id: string;
  readonly desk: InvitationDesk;
}

/** Somebody has opened the link and waits outside. */
function Newcomer({ id, name, desk }: PartProps & { readonly name: string | null }) {
  const t = useTranslations("invite");
  return (
    <>
      <h2 id={id}>
        <span role="status">{t("asking", { name: name ?? "" })}</span>
      </h2>
      <p className={styles.soft}>{t("askingText")}</p>
      <div className={styles.row}>
        <Button look="primary" disabled={desk.isBusy} onClick={() => desk.admit(true)}>
          {t("admit")}
        </Button>
        <Button disabled={desk.isBusy} onClick={() => desk.admit(false)}>
          {t("refuse")}
        </Button>
      </div>
    </>
  );
}

/** There is no link to show here: another one can be made. */
function NoLink({ id, isOpen, desk }: PartProps & { readonly isOpen: boolean }) {
  const t = useTranslations("invite");
  return (
    <>
      <h2 id={id}>{isOpen ? t("unknown") : t("closed")}</h2>
      <p className={styles.soft}>{isOpen ? t("unknownText") : t("closedText")}</p>
      <div className={styles.row}>
        <Button look="primary" disabled={desk.isBusy} onClick={desk.renew}>
          {t("renew")}
        </Button>
      </div>
      {isOpen && (
        <div className={styles.end}>
          <Button look="plain" disabled={desk.isBusy} onClick={desk.revoke}>
            {t("revoke")}
          </Button>
        </div>
      )}
    </>
  );
}
