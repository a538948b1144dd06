"use client";

import type { Opened } from "#wire/events";
import { Room } from "./room";
import { ConversationContext, useLiveConversation } from "./use-conversation";

interface ConversationProps {
  readonly conversationId: string;
  readonly opened: Opened;
  readonly leaveTo: string;
}

/** The conversation page: what was loaded with it, live from then on. */
export function Conversation({ conversationId, opened, leaveTo }: ConversationProps) {
  const live = useLiveConversation(conversationId, opened);
  return (
    <ConversationContext value={live}>
      <Room leaveTo={leaveTo} />
    </ConversationContext>
  );
}
