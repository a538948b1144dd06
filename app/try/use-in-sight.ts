import { type RefObject, useEffect, useRef } from "react";
import type { Partner } from "#conversation/seats";

/** A side that comes out from behind the other shows its question at once. */
export function useInSightWhenShown(shown: Partner, askId: string): void {
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    document.getElementById(askId)?.scrollIntoView({ block: "nearest" });
  }, [shown, askId]);
}

/**
 * A step that begins is seen from its top, where it says what happens now: the one before was perhaps so long that
 * the page had been scrolled. Not where the questions would be out of sight then.
 */
export function useTopInSight(step: number, askIds: readonly string[]): RefObject<HTMLDivElement | null> {
  const sides = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    const top = sides.current?.getBoundingClientRect().top ?? 0;
    const bottoms = askIds.map((id) => document.getElementById(id)?.getBoundingClientRect().bottom ?? 0);
    const margin = Number.parseFloat(sides.current ? getComputedStyle(sides.current).scrollMarginTop : "0");
    const fits = Math.max(...bottoms) - top + margin <= window.innerHeight;
    if (top < margin && fits) sides.current?.scrollIntoView({ block: "start" });
  }, [step, askIds]);
  return sides;
}
