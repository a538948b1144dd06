import { createContext, use, useState } from "react";
import { send } from "../../send";

/** Whether the time ring is shown, and the way to hide or show it. */
export type RingChoice = readonly [isShown: boolean, show: (isShown: boolean) => void];

/** The choice of this page. A page that keeps it says so; without one the ring is shown. */
export const RingChoiceContext = createContext<RingChoice>([true, () => {}]);

/** Only inside a `RingChoiceContext` can it be changed. */
export function useRingChoice(): RingChoice {
  return use(RingChoiceContext);
}

/** A choice that goes with the person to all their devices. `first` is what they had chosen when the page was made. */
export function useKeptRingChoice(first: boolean): RingChoice {
  const [isShown, setShown] = useState(first);
  return [
    isShown,
    (next) => {
      setShown(next);
      // Where it cannot be kept just now it holds for this page, and nobody is held up by it.
      void send("/api/me/settings", { softTimers: next });
    },
  ];
}
