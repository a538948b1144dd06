import { useEffect } from "react";
import { isFree } from "#wire/is-free";
import { forgetLink, InvitePartner } from "./invite-partner";
import { useConversation } from "./use-conversation";

/** For whoever is there while the other seat is free: the link to send, or who asks to come in. */
export function InvitePanel() {
  const { conversationId, seat, seats, invitation, topic } = useConversation();
  const isOneFree = seats.some(isFree);
  useEffect(() => {
    if (!isOneFree) forgetLink(conversationId);
  }, [isOneFree, conversationId]);
  if (!isOneFree || seat === "t") return null;
  return <InvitePartner conversationId={conversationId} invitation={invitation} topic={topic} />;
}
