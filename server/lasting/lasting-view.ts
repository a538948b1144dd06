import type { ProposalSort } from "#conversation/agreements";
import type { Days, Place } from "#conversation/keeping/decide-keeping";
import type { Words } from "#conversation/moves";
import type { Partner } from "#conversation/seats";
import type { OwnSpace } from "#db/spaces";

/** One wording of an agreement: who offered it, who said yes to it, and when. */
export interface Wording {
  readonly version: number;
  readonly proposedBy: Partner;
  readonly proposedAt: Date;
  readonly acceptedBy: Partner;
  readonly acceptedAt: Date;
  /** Where it was agreed to; null for the pages of what lasts. */
  readonly conversationId: string | null;
  /** In one's own copy; null where they cannot be opened. */
  readonly words: Words | null;
}

/** An agreement with all that has become of it, as one of the two may read it. */
export interface LastingOne {
  readonly id: string;
  readonly sort: ProposalSort;
  readonly of: Partner;
  readonly createdAt: Date;
  readonly reviewedAt: Date | null;
  readonly endedAt: Date | null;
  /** Who ended it alone; null where both did. */
  readonly endedBy: Partner | null;
  /** Oldest first; the last one is the one that holds. Never empty. */
  readonly wordings: readonly Wording[];
}

/** The words of a keeping that this seat may read, and when it was made. Words it may not read are absent. */
export interface KeepingRead {
  readonly seq: number;
  readonly by: Partner;
  readonly at: Date;
  readonly words?: Words;
  /** There are words, and they cannot be opened (a damaged row, a destroyed key). */
  readonly unreadable?: true;
}

/**
 * All that lasts between two people, as one of them may read it; and with it the days as they are now (`calendar`,
 * `zone`), for asking the rules: `decideKeeping(view.place, view.space.seat, keeping, view)`.
 */
export interface LastingView extends Days {
  readonly space: OwnSpace;
  /** The time zone in which this reader's days are counted: the one they chose, else UTC. */
  readonly zone: string;
  /** What the rules know: for asking them what is open. */
  readonly place: Place;
  /** The oldest first, ended ones too. */
  readonly agreements: readonly LastingOne[];
  /** What the rules have of every keeping is in `place.register`; this is what was written, by number. */
  readonly keepings: ReadonlyMap<number, KeepingRead>;
  /** Which letters and appreciations of the other this reader has opened. Never told to anybody else. */
  readonly opened: ReadonlySet<number>;
}
