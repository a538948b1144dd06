import { useSyncExternalStore } from "react";

/**
 * The link of an invitation is told once, to whoever made it. This tab remembers it until the other has come, so that
 * it can be sent; nothing else does.
 */
export function keepLink(conversationId: string, url: string): void {
  tryStorage((storage) => storage.setItem(keyOf(conversationId), url));
  changed();
}

export function forgetLink(conversationId: string): void {
  tryStorage((storage) => storage.removeItem(keyOf(conversationId)));
  changed();
}

/** The link; null where this tab does not know it; undefined while the page is made on the server. */
export function useKeptLink(conversationId: string): string | null | undefined {
  return useSyncExternalStore(
    subscribe,
    () => tryStorage((storage) => storage.getItem(keyOf(conversationId))),
    () => undefined,
  );
}

const keyOf = (conversationId: string): string => `link:${conversationId}`;

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed(): void {
  for (const listener of listeners) listener();
}

/** A browser may refuse storage, or have no room; the link is then not remembered. */
function tryStorage<Value>(use: (storage: Storage) => Value): Value | null {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}
