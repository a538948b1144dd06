import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  accessTo,
  bothShare,
  bothSharing,
  type Consent,
  type Engagement,
  type Sharing,
  whoShares,
} from "./sharing";

const NOTHING: Sharing = {
  conversations: {},
  newest: "c3",
  later: false,
  lasting: false,
  answers: false,
  checkIns: false,
  record: false,
};
const consent = (sharing: Partial<Sharing> = {}, id = "one"): Consent => ({
  id,
  secrets: "none",
  sharing: { ...NOTHING, ...sharing },
});
const engagement = (changes: Partial<Engagement> = {}): Engagement => ({
  hasEnded: false,
  secrets: "none",
  consents: { a: consent(), b: consent({}, "other") },
  ...changes,
});
const both = (a: Partial<Sharing>, b: Partial<Sharing>) => ({
  a: { ...NOTHING, ...a },
  b: { ...NOTHING, ...b },
});

describe("whether anything is read", () => {
  test("[Y1] not before both have consented", () => {
    expect(bothSharing(engagement({ consents: {} }))).toBeNull();
    expect(bothSharing(engagement({ consents: { a: consent() } }))).toBeNull();
    expect(bothSharing(engagement({ consents: { b: consent() } }))).toBeNull();
    expect(bothSharing(engagement())).toEqual({ a: NOTHING, b: NOTHING });
  });

  test("[Y5] not under another secrets policy than the one either was asked about", () => {
    const older = { ...consent(), secrets: "limited" } as const;
    expect(bothSharing(engagement({ consents: { a: older, b: consent() } }))).toBeNull();
    expect(bothSharing(engagement({ consents: { a: consent(), b: older } }))).toBeNull();
    expect(bothSharing(engagement({ secrets: "limited" }))).toBeNull();
  });

  test("[Y6] not once it has ended", () => {
    expect(bothSharing(engagement({ hasEnded: true }))).toBeNull();
  });
});

describe("a conversation", () => {
  test("[Y2] is read where both name it", () => {
    expect(accessTo(both({ conversations: { c1: 1 } }, {}), "c1")).toBeNull();
    expect(accessTo(both({}, { conversations: { c1: 1 } }), "c1")).toBeNull();
    expect(accessTo(both({ conversations: { c1: 1 } }, { conversations: { c1: 1 } }), "c1")?.from).toBe(1);
  });

  test("[Y3] from the later of the two numbers", () => {
    const lists = both({ conversations: { c1: 1 } }, { conversations: { c1: 8 } });
    expect(accessTo(lists, "c1")?.from).toBe(8);
  });

  test("[Y3] that began afterwards is read from its start, where both said so", () => {
    expect(accessTo(both({ later: true }, { later: true }), "c4")?.from).toBe(1);
    expect(accessTo(both({ later: true }, {}), "c4")).toBeNull();
    expect(accessTo(both({ later: true, newest: null }, { later: true, newest: null }), "c1")?.from).toBe(1);
  });

  test("[Y3] that was there already and is not named is not read, whatever was said of later ones", () => {
    for (const id of ["c1", "c3"]) expect(accessTo(both({ later: true }, { later: true }), id)).toBeNull();
  });

  test("[Y2] whose id is a word of the language is one like any other", () => {
    for (const id of ["constructor", "__proto__", "toString"])
      expect(accessTo(both({ newest: "zz" }, { newest: "zz" }), id)).toBeNull();
  });
});

describe("what is one’s own", () => {
  test("[Y4] is read of whoever names it, whatever the other names", () => {
    expect(whoShares(both({ answers: true }, {}), "answers")).toEqual(["a"]);
    expect(whoShares(both({}, { checkIns: true }), "checkIns")).toEqual(["b"]);
    expect(whoShares(both({}, {}), "answers")).toEqual([]);
  });

  test("[Y2] what belongs to both is read where both name it", () => {
    for (const what of ["lasting", "record"] as const) {
      expect(bothShare(both({ [what]: true }, {}), what)).toBe(false);
      expect(bothShare(both({ [what]: true }, { [what]: true }), what)).toBe(true);
    }
  });
});

const anySharing: fc.Arbitrary<Sharing> = fc.record({
  conversations: fc.dictionary(fc.constantFrom("c1", "c2", "c3"), fc.integer({ min: 1, max: 20 })),
  newest: fc.constantFrom(null, "c1", "c3"),
  later: fc.boolean(),
  lasting: fc.boolean(),
  answers: fc.boolean(),
  checkIns: fc.boolean(),
  record: fc.boolean(),
});

test("[Y1, Y2, Y3] whoever takes something out of their list never opens anything by it", () =>
  fc.assert(
    fc.property(anySharing, anySharing, fc.constantFrom("c1", "c2", "c3", "c4"), (a, b, id) => {
      const access = accessTo({ a, b }, id);
      const { [id]: _, ...conversations } = a.conversations;
      const less = accessTo({ a: { ...a, conversations, later: false }, b }, id);
      expect(less).toBeNull();
      const swapped = accessTo({ a: b, b: a }, id);
      expect(swapped?.from).toBe(access?.from);
    }),
  ));
