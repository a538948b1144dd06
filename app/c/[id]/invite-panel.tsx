import { useEffect } from "react";
import { forgetLink, InvitePartner } from "./invite-partner";
import { useConversation } from "./use-conversation";

/** For whoever is there while the other seat is free: the link to send, or who asks to come in. */
export function InvitePanel() {
  const { conversationId, seat, seats, invitation, topic } = useConversation();
  const isFree = seats.some(({ name }) => name === null);
  useEffect(() => {
    if (!isFree) forgetLink(conversationId);
  }, [isFree, conversationId]);
  if (!isFree || seat === "t") return null;
  return <InvitePartner conversationId={conversationId} invitation={invitation} topic={topic} />;
}
