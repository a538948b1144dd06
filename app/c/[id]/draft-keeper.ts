import type { Words } from "#conversation/moves";
import type { Draft } from "#wire/events";
import type { LiveSocket } from "../../socket";

export interface DraftKeeper {
  read(slot: string): Words | null;
  /** Everything there is. */
  all(): readonly Draft[];
  keep(slot: string, words: Words | null): void;
  /** The words are being sent as a move: nothing of the draft is sent any more. */
  forget(slot: string): void;
  connect(socket: LiveSocket): void;
  disconnect(): void;
  flush(): void;
}

/** Every two seconds of writing (safety.md §6). */
const SOON = 2_000;

/** Brings what is being written to the server. What could not be sent waits here for the connection. */
export function makeDraftKeeper(conversationId: string, loaded: readonly Draft[]): DraftKeeper {
  const written = new Map<string, Words | null>(loaded.map(({ slot, words }) => [slot, words]));
  const unsaved = new Map<string, Words | null>();
  let socket: LiveSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const flush = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    const on = socket;
    if (!on?.connected) return;
    for (const [slot, words] of unsaved) {
      unsaved.delete(slot);
      const putBack = () => {
        if (!unsaved.has(slot) && written.get(slot) === words) unsaved.set(slot, words);
      };
      on.timeout(SOON * 5)
        .emitWithAck("draft", { conversationId, slot, words })
        .then((answer) => {
          if (!answer.ok && !("refusal" in answer)) putBack();
        }, putBack);
    }
  };

  return {
    read: (slot) => written.get(slot) ?? null,
    all: () => [...written].flatMap(([slot, words]) => (words ? [{ slot, words }] : [])),
    keep(slot, words) {
      written.set(slot, words);
      unsaved.set(slot, words);
      timer ??= setTimeout(flush, SOON);
    },
    forget(slot) {
      written.delete(slot);
      unsaved.delete(slot);
    },
    connect(on) {
      socket = on;
      flush();
    },
    disconnect() {
      socket = null;
    },
    flush,
  };
}
