import { type RefObject, useEffect, useRef } from "react";
import type { Situation } from "#conversation/situation";

/**
 * Brings the question into sight when another one is asked, on a phone above all: what was said fills the screen.
 * A question that is in sight already, or being answered, is left where it is.
 */
export function useAskInSight(situation: Situation, hasWords: boolean): RefObject<HTMLDivElement | null> {
  const ask = useRef<HTMLDivElement>(null);
  const { kind } = situation;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it moves when the question changes, and then only
  useEffect(() => {
    const box = ask.current?.getBoundingClientRect();
    if (!hasWords || !box || box.height === 0 || box.bottom <= window.innerHeight) return;
    const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    ask.current?.scrollIntoView({
      block: box.height > window.innerHeight ? "start" : "end",
      behavior: isCalm ? "auto" : "smooth",
    });
  }, [kind]);
  return ask;
}
