import type { ProposalSort } from "#conversation/agreements";
import type { Change, Day } from "#conversation/keeping/keepings";
import type { Words } from "#conversation/moves";
import type { Partner } from "#conversation/seats";

/** An offer or a proposal that waits for the other, as a page shows it. */
export interface Waiting {
  /** The same for all that takes the place of one another: an answer that is being written stays with it. */
  readonly thread: string;
  readonly seq: number;
  readonly by: Partner;
  /** In whose words it speaks. */
  readonly of: Partner;
  /** ISO 8601. */
  readonly at: string;
  readonly sort: ProposalSort;
  /** The agreement it is about; null for an offer. */
  readonly about: WaitingAbout | null;
  /** Its own words; null where it has none, or they cannot be opened. */
  readonly words: Words | null;
}

export interface WaitingAbout {
  readonly agreement: string;
  readonly version: number;
  readonly change: Change;
  readonly from?: Day;
  readonly until?: Day;
  /** Whether that wording still holds: it may have been changed in a conversation. */
  readonly isMeant: boolean;
  /** It is a change of nothing but the day to look at it again: it is kept. */
  readonly isKept: boolean;
  /** How it reads as it holds now; null where that cannot be opened. */
  readonly words: Words | null;
}
