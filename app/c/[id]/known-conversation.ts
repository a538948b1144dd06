import { begin, evolve } from "#conversation/evolve";
import type { Guide } from "#conversation/guide";
import type { Entry, Revealed } from "#conversation/seat-view";
import type { Roster } from "#conversation/seats";
import type { State } from "#conversation/state";

/** What this browser knows of a conversation: its entries so far, and the state that the rules make of them. */
export interface KnownConversation {
  readonly guide: Guide;
  readonly entries: readonly Entry[];
  readonly state: State;
}

export function knowNothing(guide: Guide, roster: Roster): KnownConversation {
  return { guide, entries: [], state: begin(guide, roster) };
}

export interface News {
  readonly entries: readonly Entry[];
  readonly revealed?: readonly Revealed[];
}

/**
 * What is known after some news. Entries known already are passed over.
 * Null where there is a gap: then everything after the last known number has to be asked for.
 */
export function learn(known: KnownConversation, news: News): KnownConversation | null {
  const fresh = news.entries.filter((entry) => entry.seq > known.state.head);
  let state = known.state;
  for (const entry of fresh) {
    if (entry.seq !== state.head + 1) return null;
    state = evolve(known.guide, state, entry);
  }
  return { ...known, state, entries: reveal([...known.entries, ...fresh], news.revealed ?? []) };
}

function reveal(entries: readonly Entry[], revealed: readonly Revealed[]): readonly Entry[] {
  if (revealed.length === 0) return entries;
  const bySeq = new Map(revealed.map((one) => [one.seq, one]));
  return entries.map((entry) => ({ ...entry, ...bySeq.get(entry.seq) }));
}
