"use client";

import { useRouter } from "next/navigation";
import type { InvitationInfo } from "#wire/events";
import { InvitePartner } from "../../../c/[id]/invite-partner";
import { useCalmReload } from "./use-calm-reload";

interface InvitationProps {
  readonly invitation: InvitationInfo;
  /** The conversation or space it leads to, under whose id this tab remembers the link. */
  readonly invitedTo: string;
  readonly topic: string | null;
}

/** A link and how it stands, as on the page of a conversation. There a socket tells; here the page looks again. */
export function Invitation({ invitation, invitedTo, topic }: InvitationProps) {
  const { refresh } = useRouter();
  useCalmReload(invitation.state !== "closed");
  return (
    <InvitePartner conversationId={invitedTo} invitation={invitation} topic={topic} onAnswered={refresh} />
  );
}
