import type { Partner } from "#conversation/seats";

/** The two people of a space, as one of them reads a page of what lasts. */
export interface Couple {
  readonly spaceId: string;
  /** Where whoever reads sits. */
  readonly seat: Partner;
  /** What whoever reads is called. */
  readonly name: string;
  /** What the other is called: “Your partner” where there is no name. */
  readonly other: string;
  /** Whether the other seat has been taken yet. */
  readonly isThere: boolean;
  /** The other has left for good: everything is to be read, and nothing goes on. */
  readonly hasLeft: boolean;
}
