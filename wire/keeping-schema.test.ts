import { describe, expect, test } from "vitest";
import type { Keeping, KeepingKind } from "#conversation/keeping/keepings";
import { keepingSchema } from "./keeping-schema";
import { keepingRequest } from "./requests";

const ID = "0193a5f0-0000-7000-8000-000000000001";
const about = { agreement: ID, version: 1 };

/** Every keeping of docs/wire.md, with all that it may carry. A kind that is missing here does not compile. */
const KEEPINGS: { readonly [K in KeepingKind]: Keeping<K> } = {
  offer: { kind: "offer", sort: "commitment", amends: 3, words: { what: "I call." } },
  propose: { kind: "propose", ...about, change: "pause", amends: 2, from: "2027-03-01", until: "2027-03-05" },
  accept: { kind: "accept", answers: 1 },
  decline: { kind: "decline", answers: 1 },
  withdraw: { kind: "withdraw", answers: 1 },
  end: { kind: "end", agreement: ID },
  crossed: { kind: "crossed", ...about, words: { happened: "This.", next: "That." } },
  report: { kind: "report", ...about, day: "2027-03-01", kept: false },
  see: { kind: "see", answers: 4, sight: "differently", words: { text: "Later than that." } },
  "make-good": { kind: "make-good", answers: 4, words: { happened: "This.", now: "That." } },
  reached: { kind: "reached", ...about },
  "how-was-it": { kind: "how-was-it", ...about, words: { text: "Windy." } },
  appreciate: { kind: "appreciate", words: { text: "You waited." } },
  letter: { kind: "letter", words: { title: "To you", text: "So." } },
};
const ALL = Object.values(KEEPINGS);

describe("a keeping on the wire", () => {
  test.each(ALL)("$kind is read as it was sent", (keeping) => {
    expect(keepingSchema.parse(keeping)).toEqual(keeping);
  });

  test.each(ALL)("asvs 15.3.3: $kind with a seat, a time or a number is refused", (keeping) => {
    for (const more of [{ seat: "b" }, { by: "b" }, { seq: 9 }, { at: "2027-03-01T00:00:00Z" }])
      expect(keepingSchema.safeParse({ ...keeping, ...more }).success).toBe(false);
  });

  test.each<readonly [string, object]>([
    ["a kind that there is not", { kind: "judge", answers: 1 }],
    ["an id that is none", { kind: "end", agreement: "all" }],
    ["a wording before the first", { kind: "reached", agreement: ID, version: 0 }],
    ["a number that is none", { kind: "accept", answers: 1.5 }],
    ["a day with a time", { kind: "report", ...about, day: "2027-03-01T10:00", kept: true }],
    ["a rest that is no change of it", { kind: "propose", ...about, change: "rest" }],
    ["words where there are none", { kind: "accept", answers: 1, words: { text: "Yes." } }],
    ["words inside words", { kind: "appreciate", words: { text: { more: "x" } } }],
  ])("%s is refused", (_, keeping) => {
    expect(keepingSchema.safeParse(keeping).success).toBe(false);
  });

  test("a request names it by an id of its own", () => {
    const keeping = { kind: "appreciate", words: { text: "You waited." } };
    expect(keepingRequest.parse({ keepingId: ID, keeping })).toEqual({ keepingId: ID, keeping });
    for (const wrong of [{ keeping }, { keepingId: "1", keeping }, { keepingId: ID, keeping, seat: "a" }])
      expect(keepingRequest.safeParse(wrong).success).toBe(false);
  });
});
