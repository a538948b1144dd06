import { useEffect, useState } from "react";
import type { Words } from "#conversation/moves";
import { useConversation } from "./use-conversation";

export interface DraftOfWords {
  readonly words: Words;
  /** Replaces what is written so far. */
  set(words: Words): void;
  /** Brings it to the server now: to be called on leaving a field. */
  flush(): void;
  /** It was sent and is on its way. */
  readonly isOnItsWay: boolean;
}

/** What is being written for one question; it survives reloads, other devices, breaks and refusals. */
export function useDraft(slot: string): DraftOfWords {
  const { live, waiting, draftsAnew } = useConversation();
  const [words, setWords] = useState<Words>(() => live.draftOf(slot) ?? {});
  const [readAt, setReadAt] = useState(draftsAnew);
  if (readAt !== draftsAnew) {
    setReadAt(draftsAnew);
    setWords(live.draftOf(slot) ?? words);
  }
  const sent = waiting.find((one) => one.slot === slot);
  // The question may go away while somebody writes: the other takes a break, or stops.
  useEffect(() => live.saveDrafts, [live]);
  return {
    words: sent?.typed ?? words, // after a reload only what waits knows what stood here
    set(next) {
      setWords(next);
      live.keepDraft(slot, isEmpty(next) ? null : next);
    },
    flush: live.saveDrafts,
    isOnItsWay: sent !== undefined,
  };
}

function isEmpty(words: Words): boolean {
  return Object.values(words).every((value) => value === "");
}
