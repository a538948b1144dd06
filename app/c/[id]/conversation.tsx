"use client";

import dynamic from "next/dynamic";
import { useMemo } from "react";
import type { Opened } from "#wire/events";
import { Room } from "./room";
import { Seat } from "./seat";
import { ConversationContext, type Suggestion, useLiveConversation } from "./use-conversation";
import { RingChoiceContext, useKeptRingChoice } from "./use-ring-choice";

/** Partners never need it, so it does not come with their page. */
const Console = dynamic(() => import("./console/console").then((part) => part.Console));

interface ConversationProps {
  readonly conversationId: string;
  readonly opened: Opened;
  readonly leaveTo: string;
  readonly suggestion: Suggestion | null;
  /** Whether this person wants to see the time ring. */
  readonly softTimers: boolean;
}

/** The conversation page: what was loaded with it, live from then on. */
export function Conversation({ conversationId, opened, leaveTo, suggestion, softTimers }: ConversationProps) {
  const live = useLiveConversation(conversationId, opened);
  const page = useMemo(() => ({ live, suggestion, isOneOfTwo: false }), [live, suggestion]);
  const ring = useKeptRingChoice(softTimers);
  return (
    <ConversationContext value={page}>
      <RingChoiceContext value={ring}>
        <Room leaveTo={leaveTo}>
          {(askId) => (opened.seat === "t" ? <Console askId={askId} /> : <Seat askId={askId} heading="h1" />)}
        </Room>
      </RingChoiceContext>
    </ConversationContext>
  );
}
