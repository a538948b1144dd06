import type { Words } from "#conversation/moves";
import type { Draft } from "#wire/events";
import { areSameWords } from "#wire/same-words";
import type { DeviceStore, Place } from "../../device/device-store";
import type { LiveSocket } from "../../socket";
import { type DraftElsewhere, makeKnownDrafts } from "./known-drafts";
import type { Waiting } from "./outbox";

export interface DraftKeeper {
  /** Takes up what this device could not save before its page was closed. */
  start(): void;
  read(slot: string): Words | null;
  /** Everything there is. */
  all(): readonly Draft[];
  /** What another device of the same person has for this question, where it says something else. */
  elsewhere(slot: string): DraftElsewhere | null;
  keep(slot: string, words: Words | null): void;
  /** Goes on with what is here, or with what is there; the other is dropped. */
  choose(slot: string, which: "here" | "there"): void;
  /** What the server has now. */
  learn(drafts: readonly Draft[]): void;
  /** The words are being sent as a move: nothing of the draft is sent any more. */
  forget(slot: string, typed: Words | null): void;
  /** A move waits, perhaps one of another tab: a draft of the same words has become it. */
  becameMove(waiting: Waiting): void;
  connect(socket: LiveSocket): void;
  disconnect(): void;
  flush(): void;
}

interface KeeperOwner {
  readonly conversationId: string;
  openStore(): Promise<DeviceStore>;
  /** Something is there to read that was not written on this page. */
  changed(): void;
}

interface Unsaved {
  readonly slot: string;
  readonly words: Words | null;
  /** The mark of another device's draft that this one takes the place of. */
  readonly instead?: string;
}

/** Every two seconds of writing (safety.md §6). */
const SOON = 2_000;
const LATER = 10_000;

/**
 * Brings what is being written to the server. What is not there yet waits on this device for the connection, also when
 * the page is closed.
 */
export function makeDraftKeeper(owner: KeeperOwner, loaded: readonly Draft[]): DraftKeeper {
  const { conversationId } = owner;
  const place: Place = { what: "draft", conversationId };
  const known = makeKnownDrafts(loaded);
  const unsaved = new Map<string, Unsaved>();
  const stored = new Map<string, Unsaved>(); // what was last put on this device, until the server has it
  let opened: Promise<DeviceStore> | null = null;
  const store = () => (opened ??= owner.openStore());
  let socket: LiveSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const soon = (slot: string, words: Words | null, instead: string | null) => {
    const mark = instead ?? unsaved.get(slot)?.instead;
    unsaved.set(slot, { slot, words, ...(mark && { instead: mark }) });
    timer ??= setTimeout(flush, SOON);
  };

  const flush = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    for (const one of unsaved.values()) {
      if (stored.get(one.slot) !== one) putOnDevice(one);
      if (socket?.connected) save(one, socket);
    }
  };

  const save = (one: Unsaved, on: LiveSocket) => {
    const { slot } = one;
    unsaved.delete(slot);
    const putBack = () => {
      if (!unsaved.has(slot) && stored.get(slot) === one) unsaved.set(slot, one);
    };
    const again = () => {
      putBack();
      timer ??= setTimeout(flush, LATER);
    };
    on.timeout(SOON * 5)
      .emitWithAck("draft", { conversationId, ...one })
      .then((answer) => {
        const refusal = !answer.ok && "refusal" in answer ? answer.refusal.kind : null;
        if (answer.ok || refusal === "not-a-member") {
          if (stored.get(slot) === one) takeOffDevice(slot);
        } else if (refusal === "too-long")
          putBack(); // it stays on this device until it is shorter
        else again();
      }, again);
  };

  const putOnDevice = (one: Unsaved) => {
    stored.set(one.slot, one);
    store().then((device) => device.put(place, { id: one.slot, value: one }));
  };
  const takeOffDevice = (slot: string) => {
    stored.delete(slot);
    store().then((device) => device.remove(place, slot));
  };

  const takeUp = async () => {
    const device = await store();
    for (const { value } of await device.all(place)) {
      const one = value as Unsaved; // put there by a keeper, and sealed since
      if (unsaved.has(one.slot) || stored.has(one.slot)) continue;
      known.takeUp(one.slot, one.words, one.instead);
      stored.set(one.slot, one);
      unsaved.set(one.slot, one);
    }
    if (unsaved.size > 0) owner.changed();
    flush();
  };

  const forget = (slot: string, typed: Words | null) => {
    known.send(slot, typed);
    unsaved.delete(slot);
    takeOffDevice(slot);
  };

  return {
    start: takeUp,
    read: known.read,
    all: known.all,
    elsewhere: known.elsewhere,
    keep: (slot, words) => soon(slot, words, known.write(slot, words)),
    choose(slot, which) {
      const chosen = known.choose(slot, which);
      if (!chosen) return;
      soon(slot, chosen.words, chosen.instead);
      flush();
      owner.changed();
    },
    learn(drafts) {
      known.learn(drafts);
      owner.changed();
    },
    forget,
    becameMove({ slot, typed }) {
      const words = known.read(slot);
      if (words && typed && areSameWords(words, typed)) forget(slot, typed);
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
