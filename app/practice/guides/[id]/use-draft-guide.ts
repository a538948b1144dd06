import { useEffect, useRef, useState } from "react";
import type { Guide } from "#conversation/guide";
import type { DraftGuideAnswer } from "#wire/answers";
import { send } from "../../../send";
import type { Unanswered } from "../../../trouble-words";

/** After so long without a key pressed, what stands there is kept (milliseconds). */
const REST = 1_500;

/** A guide that is being written, and how much of it is kept. */
export interface DraftGuide {
  readonly guide: Guide;
  readonly change: (guide: Guide) => void;
  readonly standing: "kept" | "changed" | "keeping" | "elsewhere";
  readonly unanswered: Unanswered | null;
  /** Keeps what stands there now. Gives how often it was changed by then; null where it could not be kept. */
  keep(): Promise<number | null>;
  /** Where it was changed elsewhere: goes on with what stands there, or with this. */
  choose(which: "here" | "there"): void;
}

/** Keeps a draft while it is written; what another device has written in between takes the place of nothing. */
export function useDraftGuide(
  id: string,
  first: { readonly draft: Guide; readonly changes: number },
): DraftGuide {
  const [guide, setGuide] = useState(first.draft);
  const [standing, setStanding] = useState<DraftGuide["standing"]>("kept");
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);
  const [there, setThere] = useState<Guide | null>(null);
  const changes = useRef(first.changes);
  const written = useRef(guide);
  const resting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const underway = useRef<Promise<number | null>>(Promise.resolve(changes.current));

  async function keepNow(): Promise<number | null> {
    const sending = written.current;
    setUnanswered(null);
    setStanding("keeping");
    const sent = await send<DraftGuideAnswer>(`/api/practice/guides/${id}`, {
      changes: changes.current,
      guide: sending,
    });
    if (sent.kind !== "answer") {
      setStanding("changed");
      setUnanswered(sent);
      return null;
    }
    changes.current = sent.answer.changes;
    if (!sent.answer.kept) {
      setThere(sent.answer.guide);
      setStanding("elsewhere");
      return null;
    }
    setStanding(written.current === sending ? "kept" : "changed");
    return changes.current;
  }

  /** One after the other: each names the changes that the one before it made. */
  function keep(): Promise<number | null> {
    clearTimeout(resting.current);
    underway.current = underway.current.then(keepNow, keepNow);
    return underway.current;
  }

  useEffect(() => () => clearTimeout(resting.current), []);

  useEffect(() => {
    if (standing === "kept") return;
    const ask = (event: BeforeUnloadEvent) => {
      // Whoever leaves quickly has blanked the page already, and is asked nothing.
      if (document.documentElement.style.visibility !== "hidden") event.preventDefault();
    };
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [standing]);

  function change(next: Guide): void {
    written.current = next;
    setGuide(next);
    setUnanswered(null);
    if (standing === "elsewhere") return;
    setStanding("changed");
    clearTimeout(resting.current);
    resting.current = setTimeout(keep, REST);
  }

  return {
    guide,
    change,
    standing,
    unanswered,
    keep: () => (standing === "kept" ? Promise.resolve(changes.current) : keep()),
    choose(which) {
      if (which === "there" && there) {
        written.current = there;
        setGuide(there);
      }
      setThere(null);
      setStanding(which === "there" ? "kept" : "changed");
    },
  };
}
