import { type RefObject, useEffect } from "react";

/**
 * A button that was pressed may go away with what it stood for, and the focus with it: then it goes to `place`, so that
 * whoever uses a keyboard or listens to the page goes on from there and not from the top.
 */
export function useFocusKept(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let wasInside = false;
    const note = () => {
      wasInside = true;
    };
    const noteLeft = (event: FocusEvent) => {
      if (event.relatedTarget) wasInside = false;
    };
    const watcher = new MutationObserver(() => {
      if (!wasInside || document.activeElement !== document.body) return;
      wasInside = false;
      element.focus({ preventScroll: true });
    });
    element.addEventListener("focusin", note);
    element.addEventListener("focusout", noteLeft);
    watcher.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener("focusin", note);
      element.removeEventListener("focusout", noteLeft);
      watcher.disconnect();
    };
  }, [place]);
}
