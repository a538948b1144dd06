/** Where in a browser something is kept: moves that wait for the network, drafts that are not saved yet. */
export interface Place {
  readonly what: "move" | "draft";
  readonly conversationId: string;
}

/** Something that is kept, as whoever put it there knows it. */
export interface Kept {
  readonly id: string;
  readonly value: unknown;
}

/** What a browser keeps until the server has it. Nothing here ever fails: what cannot be kept for long is kept for now. */
export interface DeviceStore {
  /** What is kept there, in the order in which it was first put, by whichever tab. */
  all(place: Place): Promise<readonly Kept[]>;
  /** Keeps something, in place of what has the same id. */
  put(place: Place, kept: Kept): Promise<void>;
  remove(place: Place, id: string): Promise<void>;
  /** Calls `changed` when something there may be different. Gives the function that ends it. */
  watch(place: Place, changed: () => void): () => void;
}

/** Drops all that waits for a conversation: there is no way there any more. */
export async function dropWaiting(store: DeviceStore, conversationId: string): Promise<void> {
  for (const what of ["move", "draft"] as const) {
    const place: Place = { what, conversationId };
    for (const { id } of await store.all(place)) await store.remove(place, id);
  }
}

/** Keeps things as long as the page is open: where a browser cannot seal, or has nowhere to put what is sealed. */
export function makeMemoryStore(): DeviceStore {
  const kept = new Map<string, Map<string, Kept>>();
  const watching = new Map<string, Set<() => void>>();
  const at = <Held>(map: Map<string, Held>, { what, conversationId }: Place, none: () => Held): Held => {
    const key = `${what}|${conversationId}`;
    const held = map.get(key) ?? none();
    map.set(key, held);
    return held;
  };
  const things = (place: Place) => at(kept, place, () => new Map<string, Kept>());
  const listeners = (place: Place) => at(watching, place, () => new Set<() => void>());
  const changed = (place: Place) => {
    for (const listener of listeners(place)) listener();
  };
  return {
    all: async (place) => [...things(place).values()],
    async put(place, one) {
      things(place).set(one.id, one);
      changed(place);
    },
    async remove(place, id) {
      if (things(place).delete(id)) changed(place);
    },
    watch(place, listener) {
      listeners(place).add(listener);
      return () => listeners(place).delete(listener);
    },
  };
}
