import { useSyncExternalStore } from "react";

const PLACE = "ring";
const listeners = new Set<() => void>();

/** Whether this browser shows the time ring. The only thing about a conversation that a browser ever remembers. */
export function useRingChoice(): [boolean, (isShown: boolean) => void] {
  const isShown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => localStorage.getItem(PLACE) !== "off",
    () => true,
  );
  return [
    isShown,
    (next) => {
      localStorage.setItem(PLACE, next ? "on" : "off");
      for (const listener of listeners) listener();
    },
  ];
}
