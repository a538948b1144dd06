import { useState } from "react";
import type { RenewAnswer } from "#wire/answers";
import type { InvitationInfo } from "#wire/events";
import { forgetLink, keepLink } from "../../kept-link";
import { send } from "../../send";
import type { Unanswered } from "../../trouble-words";

export type InvitationDesk = ReturnType<typeof useInvitationDesk>;

/**
 * What the opener may do with the invitation, one thing at a time. How it then stands is told by the socket; a page
 * without one looks again when it has been `onAnswered`.
 */
export function useInvitationDesk(
  conversationId: string,
  invitation: InvitationInfo,
  onAnswered?: () => void,
) {
  const [isBusy, setIsBusy] = useState(false);
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);
  const [renewed, setRenewed] = useState<{ readonly url: string; readonly insteadOf: string } | null>(null);
  const { id } = invitation;

  async function ask<Answer>(what: "renew" | "revoke" | "admit", body: object): Promise<Answer | null> {
    setUnanswered(null);
    setIsBusy(true);
    const sent = await send<Answer>(`/api/invitations/${id}/${what}`, body);
    setIsBusy(false);
    if (sent.kind === "answer") {
      onAnswered?.();
      return sent.answer;
    }
    setUnanswered(sent);
    return null;
  }

  return {
    isBusy,
    unanswered,
    /** A link that was made just now, until the socket tells of it too. */
    renewed: renewed?.insteadOf === id ? renewed.url : null,
    async renew() {
      const answer = await ask<RenewAnswer>("renew", {});
      if (!answer) return;
      keepLink(conversationId, answer.invitation.url);
      setRenewed({ url: answer.invitation.url, insteadOf: id });
    },
    async revoke() {
      if (await ask("revoke", {})) forgetLink(conversationId);
    },
    admit: (admit: boolean) => ask("admit", { admit }),
  };
}
