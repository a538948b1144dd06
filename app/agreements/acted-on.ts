import type { ProposalSort } from "#conversation/agreements";
import type { Field } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import type { Couple } from "../lasting/couple";

/** What the buttons of an agreement need to know of it. */
export interface ActedOn {
  readonly id: string;
  readonly sort: ProposalSort;
  /** The wording that is on the page. */
  readonly version: number;
  readonly hasEnded: boolean;
  /** Null where they cannot be opened. */
  readonly words: Words | null;
}

/** An agreement, for the buttons and boxes that do something with it. */
export interface AgreementActionsProps {
  readonly couple: Couple;
  readonly agreement: ActedOn;
  readonly fields: readonly Field[];
  /** The number of the proposal that waits: a new one takes its place. */
  readonly waiting: number | null;
  /** Its day has come: to keep it is the first thing offered. */
  readonly isDue: boolean;
}
