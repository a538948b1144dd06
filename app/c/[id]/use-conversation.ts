"use client";

import { createContext, use, useEffect, useState, useSyncExternalStore } from "react";
import type { Opened } from "#wire/events";
import { thisDevice } from "../../device/this-device";
import { openSocket } from "../../socket";
import { type LiveConversation, makeLiveConversation } from "./live-conversation";
import type { Snapshot } from "./snapshot";

/** A conversation on a page, and what that page adds to it. */
export interface OnPage {
  readonly live: LiveConversation;
  /** One quiet suggestion of what could come next, shown at the end. */
  readonly suggestion: Suggestion | null;
  /** The other seat of the same conversation stands on this page too; it is only tried, and nothing is kept. */
  readonly isOneOfTwo: boolean;
}

/** A guide that could come next, and why, in one sentence. */
export interface Suggestion {
  readonly guide: string;
  readonly title: string;
  readonly why: string;
}

/** The live conversation of this page. */
export const ConversationContext = createContext<OnPage | null>(null);

/** What the page shows, and the way to act. Only inside a `ConversationContext`. */
export function useConversation(): Snapshot & OnPage {
  const page = use(ConversationContext);
  if (!page) throw new Error("useConversation is for components inside a conversation");
  const { live } = page;
  const snapshot = useSyncExternalStore(live.subscribe, live.snapshot, live.snapshot);
  return { ...snapshot, ...page };
}

/** Makes a conversation live for as long as the page is open. What was loaded with the page is there at once. */
export function useLiveConversation(conversationId: string, opened: Opened): LiveConversation {
  const [live] = useState(() =>
    makeLiveConversation(conversationId, opened, openSocket, Date.now, thisDevice),
  );
  useEffect(() => live.start(), [live]);
  useEffect(() => {
    document.addEventListener("visibilitychange", live.saveDrafts);
    return () => document.removeEventListener("visibilitychange", live.saveDrafts);
  }, [live]);
  return live;
}
