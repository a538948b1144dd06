import type { Words } from "#conversation/moves";
import type { Draft, DraftOrigin } from "#wire/events";
import { areSameWords } from "#wire/same-words";

/** What another device of the same person has for a question. */
export type DraftElsewhere = DraftOrigin & { readonly words: Words };

interface Here {
  /** Null where it was emptied again. */
  readonly words: Words | null;
  /** Of another device, and shown here untouched: what this would go on with. */
  readonly goesOnWith?: DraftOrigin;
}

/** What this page knows of what its author has begun to write: here, and on their other devices. */
export interface KnownDrafts {
  read(slot: string): Words | null;
  /** Everything there is here. */
  all(): readonly Draft[];
  /** What another device has instead, if it says something else. */
  elsewhere(slot: string): DraftElsewhere | null;
  /** Something is written here. Gives the mark of another device's draft that it goes on with, if it does. */
  write(slot: string, words: Words | null): string | null;
  /**
   * Something that was written here before, and that the server does not have. What another device has is asked about,
   * unless it was gone on with (`instead`).
   */
  takeUp(slot: string, words: Words | null, instead?: string): void;
  /** The author has chosen between what is here and what is elsewhere. Gives what holds from now on, and what goes. */
  choose(
    slot: string,
    which: "here" | "there",
  ): { readonly words: Words | null; readonly instead: string } | null;
  /** It was sent as a move: what the server may still say of it is over. */
  send(slot: string, typed: Words | null): void;
  /** What the server has. What is written here is never replaced by it. */
  learn(drafts: readonly Draft[]): void;
}

export function makeKnownDrafts(loaded: readonly Draft[]): KnownDrafts {
  const here = new Map<string, Here>();
  const elsewhere = new Map<string, readonly DraftElsewhere[]>();
  const sent = new Map<string, Words>();
  const replaced = new Set<string>();

  const isSent = ({ slot, words }: Draft) => {
    const typed = sent.get(slot);
    return typed !== undefined && areSameWords(typed, words);
  };
  const isUntouched = (slot: string) => here.get(slot)?.goesOnWith !== undefined;

  const learn = (drafts: readonly Draft[]) => {
    const there = drafts.filter((draft) => !isSent(draft));
    elsewhere.clear();
    for (const slot of here.keys())
      if (isUntouched(slot) && !there.some((draft) => draft.slot === slot)) here.delete(slot);
    for (const { slot, words, from, elsewhere: others = [] } of there) {
      const isNews = !here.has(slot) || isUntouched(slot);
      if (isNews) here.set(slot, { words, ...(from && { goesOnWith: from }) });
      const own = here.get(slot)?.words;
      const differs = (other: DraftElsewhere) =>
        !replaced.has(other.mark) && !(own && areSameWords(own, other.words));
      elsewhere.set(slot, [...(from && !isNews ? [{ ...from, words }] : []), ...others].filter(differs));
    }
  };
  learn(loaded);

  return {
    read: (slot) => here.get(slot)?.words ?? null,
    all: () => [...here].flatMap(([slot, { words }]) => (words ? [{ slot, words }] : [])),
    elsewhere: (slot) => elsewhere.get(slot)?.[0] ?? null,
    write(slot, words) {
      const goesOnWith = here.get(slot)?.goesOnWith?.mark ?? null;
      here.set(slot, { words });
      sent.delete(slot);
      if (goesOnWith !== null) replaced.add(goesOnWith);
      return goesOnWith;
    },
    takeUp(slot, words, instead) {
      const there = here.get(slot);
      here.set(slot, { words });
      if (instead !== undefined) replaced.add(instead);
      if (!there?.goesOnWith || !there.words || there.goesOnWith.mark === instead) return;
      if (words && areSameWords(words, there.words)) return;
      elsewhere.set(slot, [{ ...there.goesOnWith, words: there.words }, ...(elsewhere.get(slot) ?? [])]);
    },
    choose(slot, which) {
      const [other, ...others] = elsewhere.get(slot) ?? [];
      if (!other) return null;
      const words = which === "there" ? other.words : (here.get(slot)?.words ?? null);
      here.set(slot, { words });
      replaced.add(other.mark);
      elsewhere.set(slot, others);
      return { words, instead: other.mark };
    },
    send(slot, typed) {
      here.delete(slot);
      elsewhere.delete(slot);
      if (typed) sent.set(slot, typed);
    },
    learn,
  };
}
