"use client";

import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { v7 as uuidv7 } from "uuid";
import type { Keeping } from "#conversation/keeping/keepings";
import type { AnyRefusal } from "#wire/refusals";
import { type Unanswered, useTroubleWords } from "../trouble-words";
import { sendKeeping } from "./send-keeping";

/** The way to keep something, and what has become of the last try. */
export interface KeepingSender {
  /**
   * Sends it, and has the page made anew once it is kept. Says whether it is. While another is on its way nothing is sent.
   */
  send(keeping: Keeping): Promise<boolean>;
  /** It is on its way, or the page is being made anew: a second press would be about what is not there any more. */
  readonly isSending: boolean;
  /** Why it was not kept, for a form that shows that beside a box; null where it was, and where no answer came. */
  readonly refusal: AnyRefusal | null;
  /** What went wrong, in words that say that nothing is lost; null where nothing did. */
  readonly trouble: string | null;
}

/**
 * Keeps what somebody does about what lasts in a space. Each has an id of its own; what is sent again because no answer
 * came keeps its id, so that it is never kept twice. Nothing that was typed is touched: it stays in its box.
 */
export function useKeeping(spaceId: string): KeepingSender {
  const router = useRouter();
  const words = useTroubleWords();
  const [isRefreshing, refreshing] = useTransition();
  const [isOnItsWay, setIsOnItsWay] = useState(false);
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);
  const tried = useRef<Tried | null>(null);
  const isBusy = useRef(false);

  async function send(keeping: Keeping): Promise<boolean> {
    if (isBusy.current) return false;
    isBusy.current = true;
    setIsOnItsWay(true);
    setUnanswered(null);
    tried.current = sameTry(tried.current, keeping);
    const sent = await sendKeeping(spaceId, tried.current.keepingId, keeping);
    isBusy.current = false;
    setIsOnItsWay(false);
    const isKept = sent.kind === "answer";
    if (isKept) tried.current = null;
    else setUnanswered(sent);
    // What is on the page is not how it is any more.
    if (isKept || isOutdated(sent)) refreshing(() => router.refresh());
    return isKept;
  }

  return {
    send,
    isSending: isOnItsWay || isRefreshing,
    refusal: unanswered?.kind === "refused" ? unanswered.refusal : null,
    trouble: unanswered && words(unanswered),
  };
}

/** What was sent last, and the id it was sent with. */
interface Tried {
  readonly keepingId: string;
  readonly text: string;
}

/** Whatever was changed since is something else: under the old id the old words could have been kept. */
function sameTry(last: Tried | null, keeping: Keeping): Tried {
  const text = JSON.stringify(keeping);
  return last?.text === text ? last : { keepingId: uuidv7(), text };
}

function isOutdated(unanswered: Unanswered): boolean {
  return unanswered.kind === "refused" && ["stale", "left"].includes(unanswered.refusal.kind);
}
