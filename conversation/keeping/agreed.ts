import type { ProposalSort } from "../agreements";
import type { Words } from "../moves";
import { PARTNERS, type Partner } from "../seats";
import type { Day } from "./keepings";
import { parseRepeat, type Repeat } from "./repeat";

/** What of an agreement's words belongs to the calendar or says whose it is. Nothing else of them is the rules' business. */
export interface Terms {
  /** It holds for both alike; else it is its author's (`of`). */
  readonly isBoth: boolean;
  /** How often; null where that was said in free words. */
  readonly repeat: Repeat | null;
  /** The day to look at it again, of a boundary. */
  readonly review: Day | null;
  /** The month of a milestone, `2027-03`. */
  readonly month: string | null;
  /** The day of a plan. */
  readonly on: Day | null;
}

/** An agreement as the rules see it. */
export interface Agreed {
  readonly id: string;
  readonly sort: ProposalSort;
  /** In whose words it speaks (S2). */
  readonly of: Partner;
  /** The wording that holds, from 1. */
  readonly version: number;
  readonly hasEnded: boolean;
  /** Null where its words cannot be opened. */
  readonly terms: Terms | null;
}

export function termsOf(words: Words): Terms {
  const text = (id: string) => {
    const value = words[id];
    return typeof value === "string" && value !== "" ? value : null;
  };
  const repeat = parseRepeat(text("repeat") ?? "");
  return {
    isBoth: words.whose === "both",
    repeat: typeof repeat === "string" ? null : repeat,
    review: text("review"),
    month: text("month"),
    on: text("on"),
  };
}

/** Who says how it goes with a commitment: whoever promised it. */
export function promisedBy({ of, terms }: Agreed): readonly Partner[] {
  return terms?.isBoth ? PARTNERS : [of];
}
