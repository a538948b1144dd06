"use client";

import { createContext, use, useEffect, useState, useSyncExternalStore } from "react";
import type { Opened } from "#wire/events";
import { openSocket } from "../../socket";
import { type LiveConversation, makeLiveConversation, type Snapshot } from "./live-conversation";

/** The live conversation of this page. */
export const ConversationContext = createContext<LiveConversation | null>(null);

/** What the page shows, and the way to act. Only inside a `ConversationContext`. */
export function useConversation(): Snapshot & { readonly live: LiveConversation } {
  const live = use(ConversationContext);
  if (!live) throw new Error("useConversation is for components inside a conversation");
  const snapshot = useSyncExternalStore(live.subscribe, live.snapshot, live.snapshot);
  return { ...snapshot, live };
}

/** Makes a conversation live for as long as the page is open. What was loaded with the page is there at once. */
export function useLiveConversation(conversationId: string, opened: Opened): LiveConversation {
  const [live] = useState(() => makeLiveConversation(conversationId, opened, openSocket));
  useEffect(() => live.start(), [live]);
  useEffect(() => {
    document.addEventListener("visibilitychange", live.saveDrafts);
    return () => document.removeEventListener("visibilitychange", live.saveDrafts);
  }, [live]);
  return live;
}
