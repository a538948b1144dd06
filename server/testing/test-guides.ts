import type { ProposalSort } from "#conversation/agreements";
import type { Guide, Step } from "#conversation/guide";
import { pairGuide, reviewing, settling, soloGuide, talking, writing } from "#conversation/testing/guides";

// Guides with one kind of step, so that a test comes to the point at once. The rules' own tests use the same steps.

const named = (id: string, ...steps: readonly Step[]): Guide => ({ ...pairGuide(...steps), id });

/** Agreements of one sort are offered and accepted. */
export const agreeing = (sort: ProposalSort): Guide => named(`agreeing-${sort}`, settling({ sort }));

/** A promise as guides asked for it before calendars read how often: in free words. */
export const IN_FREE_WORDS: Guide = named(
  "in-free-words",
  settling({
    sort: "commitment",
    fields: ["what", "when", "sign"].map((id) => ({ id, kind: "text", label: id })),
  }),
);

/** What is due is looked at. */
export const REVIEWING = named("reviewing", reviewing());

/** Written, by two or by one; and talked about, where there are two. */
export const WRITING: Guide = {
  ...named(
    "writing",
    writing({ id: "first-part", mayPass: true }),
    writing({ id: "own-part", seen: "self", mayPass: true }),
    writing({ id: "part-of-second", who: { role: "second" } }),
    talking(),
  ),
  alone: true,
  asks: "A little time.",
  isNot: "A real guide.",
};

/** For one alone, always; two of its parts are asked for in `WRITING` too, one of them in other words. */
export const SOLO: Guide = {
  ...soloGuide(
    writing({ id: "first-part" }),
    writing({ id: "part-of-second", fields: [{ id: "other", kind: "text", label: "Something else" }] }),
    writing({ id: "last-part" }),
  ),
  id: "solo",
};

/** For one alone, and for nobody else to read; `WRITING` asks the same of both, for both. */
export const PRIVATE: Guide = {
  ...soloGuide(writing({ id: "first-part", seen: "self" }), writing({ id: "last-part", seen: "self" })),
  id: "private",
};
