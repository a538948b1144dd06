import { useSyncExternalStore } from "react";

/**
 * Whether the page's scripts have begun. Before that a press on Send would be the browser's own submit, which loses
 * what was typed.
 */
export function useIsAwake(): boolean {
  return useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
}

const subscribeToNothing = () => () => {};
