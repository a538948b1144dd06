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
  const { live, waiting } = useConversation();
  const [words, setWords] = useState<Words>(() => live.draftOf(slot) ?? {});
  const isOnItsWay = waiting.some((one) => one.slot === slot);
  // The question may go away while somebody writes: the other takes a break, or stops.
  useEffect(() => live.saveDrafts, [live]);
  return {
    words,
    set(next) {
      setWords(next);
      live.keepDraft(slot, isEmpty(next) ? null : next);
    },
    flush: live.saveDrafts,
    isOnItsWay,
  };
}

function isEmpty(words: Words): boolean {
  return Object.values(words).every((value) => value === "");
}
