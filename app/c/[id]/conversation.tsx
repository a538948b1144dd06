"use client";

import { useMemo } from "react";
import type { Opened } from "#wire/events";
import { Room } from "./room";
import { ConversationContext, type Suggestion, useLiveConversation } from "./use-conversation";

interface ConversationProps {
  readonly conversationId: string;
  readonly opened: Opened;
  readonly leaveTo: string;
  readonly suggestion: Suggestion | null;
}

/** The conversation page: what was loaded with it, live from then on. */
export function Conversation({ conversationId, opened, leaveTo, suggestion }: ConversationProps) {
  const live = useLiveConversation(conversationId, opened);
  const page = useMemo(() => ({ live, suggestion, isOneOfTwo: false }), [live, suggestion]);
  return (
    <ConversationContext value={page}>
      <Room leaveTo={leaveTo} />
    </ConversationContext>
  );
}
