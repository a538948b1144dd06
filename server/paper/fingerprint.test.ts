import fc from "fast-check";
import { expect, test } from "vitest";
import { PROPOSAL_SORTS } from "#conversation/agreements";
import type { Words } from "#conversation/moves";
import { PARTNERS } from "#conversation/seats";
import type { LastingOne, Wording } from "../lasting/lasting-view";
import { findFingerprint } from "./find-fingerprint";
import { fingerprintOf, inFours, readFingerprint } from "./fingerprint";
import { fingerprintOfAll, heldAt, standingsOf } from "./standings";

const time = fc.date({ min: new Date("2026-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
const words = fc.dictionary(
  fc.constantFrom("what", "when", "sign", "whose", "review"),
  fc.string({ unit: "binary" }),
  { noNullPrototype: true },
);
const wording = fc.record({
  version: fc.constant(1),
  proposedBy: fc.constantFrom(...PARTNERS),
  proposedAt: time,
  acceptedBy: fc.constantFrom(...PARTNERS),
  acceptedAt: time,
  conversationId: fc.constant(null),
  words,
});
const agreement: fc.Arbitrary<LastingOne> = fc
  .record({
    id: fc.uuid(),
    sort: fc.constantFrom(...PROPOSAL_SORTS),
    of: fc.constantFrom(...PARTNERS),
    createdAt: time,
    reviewedAt: fc.constant(null),
    endedBy: fc.option(fc.constantFrom(...PARTNERS)),
    hasEnded: fc.boolean(),
    wordings: fc.array(wording, { minLength: 1, maxLength: 4 }),
  })
  .map(({ hasEnded, endedBy, wordings, ...one }) => {
    const inOrder = wordings
      .toSorted((first, second) => first.acceptedAt.getTime() - second.acceptedAt.getTime())
      .map((each, index) => ({ ...each, version: index + 1 }));
    const last = inOrder.at(-1)?.acceptedAt ?? new Date(0);
    const endedAt = hasEnded ? new Date(last.getTime() + 60_000) : null;
    return { ...one, endedAt, endedBy: hasEnded ? endedBy : null, wordings: inOrder };
  });
const agreements = fc.uniqueArray(agreement, { selector: ({ id }) => id, minLength: 1, maxLength: 6 });

/** As the other reads it: copies of their own, their answers in another order. */
function ofTheOther(one: LastingOne): LastingOne {
  const reversed = (mine: Words | null) => mine && Object.fromEntries(Object.entries(mine).reverse());
  return {
    ...structuredClone(one),
    wordings: one.wordings.map((each) => ({ ...each, words: reversed(each.words) })),
  };
}

const lastOf = ({ wordings }: LastingOne): Wording => {
  const last = wordings.at(-1);
  if (!last) throw new Error("An agreement has a wording.");
  return last;
};
const printOf = (one: LastingOne) => fingerprintOf(one, lastOf(one));

test("each of the two gets the same fingerprint, of an agreement and of all that holds", () => {
  fc.assert(
    fc.property(agreements, (all) => {
      const others = all.map(ofTheOther);
      expect(others.map(printOf)).toEqual(all.map(printOf));
      expect(standingsOf(others)).toEqual(standingsOf(all));
    }),
  );
});

test("any change of anything changes it", () => {
  fc.assert(
    fc.property(agreement, fc.string({ minLength: 1 }), (one, more) => {
      const last = lastOf(one);
      const later = (at: Date) => new Date(at.getTime() + 1);
      const other = (seat: string) => (seat === "a" ? "b" : "a");
      const reworded = (changed: Partial<Wording>): LastingOne => ({
        ...one,
        wordings: [...one.wordings.slice(0, -1), { ...last, ...changed }],
      });
      const changed: LastingOne[] = [
        { ...one, id: `${one.id}0` },
        { ...one, sort: one.sort === "plan" ? "boundary" : "plan" },
        { ...one, of: other(one.of) },
        { ...one, endedAt: later(one.endedAt ?? last.acceptedAt) },
        reworded({ version: last.version + 1 }),
        reworded({ proposedBy: other(last.proposedBy) }),
        reworded({ proposedAt: later(last.proposedAt) }),
        reworded({ acceptedBy: other(last.acceptedBy) }),
        reworded({ acceptedAt: later(last.acceptedAt) }),
        reworded({ words: { ...last.words, what: `${last.words?.what ?? ""}${more}` } }),
        reworded({ words: { ...last.words, more } }),
        ...(one.endedAt ? [{ ...one, endedBy: one.endedBy ? null : ("a" as const) }] : []),
      ];
      const prints = [one, ...changed].map(printOf);
      expect(new Set(prints).size).toBe(prints.length);
    }),
  );
});

test("words that were exchanged between two answers, or cut elsewhere, are not the same", () => {
  fc.assert(
    fc.property(agreement, fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, first, second) => {
      fc.pre(first !== second);
      const last = lastOf(one);
      const withWords = (said: Words) => fingerprintOf(one, { ...last, words: said });
      expect(withWords({ what: first, sign: second })).not.toBe(withWords({ what: second, sign: first }));
      expect(withWords({ what: first, sign: second })).not.toBe(
        withWords({ what: first + second, sign: "" }),
      );
    }),
  );
});

test("every fingerprint there ever was is found again, with or without its spaces", () => {
  fc.assert(
    fc.property(agreements, (all) => {
      for (const one of all)
        for (const each of one.wordings)
          for (const ended of [true, false]) {
            const print = readFingerprint(
              ` ${inFours(fingerprintOf(one, each, ended) ?? "").toUpperCase()}\n`,
            );
            expect(findFingerprint(all, print ?? "")).toMatchObject({
              kind: "agreement",
              agreement: { id: one.id },
              wording: { version: each.version },
            });
          }
      for (const { from, until, fingerprint } of standingsOf(all)) {
        const found = findFingerprint(all, fingerprint ?? "");
        expect(found?.kind === "register" && found.standings).toContainEqual({ from, until, fingerprint });
      }
    }),
  );
});

test("what is nobody’s fingerprint is found nowhere", () => {
  fc.assert(
    fc.property(agreements, agreement, (all, strange) => {
      fc.pre(all.every(({ id }) => id !== strange.id));
      expect(findFingerprint(all, printOf(strange) ?? "")).toBeNull();
    }),
  );
  for (const text of ["", "abc", "g".repeat(64), "a".repeat(63), "a".repeat(65), "https://example.org"])
    expect(readFingerprint(text)).toBeNull();
});

test("what holds now is the last standing; taking one away or ending one changes the fingerprint of all", () => {
  fc.assert(
    fc.property(agreements, (all) => {
      const now = new Date("2031-01-01");
      expect(standingsOf(all).at(-1)).toMatchObject({
        until: null,
        fingerprint: fingerprintOfAll(heldAt(all, now)),
      });
      const held = heldAt(all, now);
      if (held.length > 0) expect(fingerprintOfAll(held.slice(1))).not.toBe(fingerprintOfAll(held));
      if (held.length > 1) expect(fingerprintOfAll(held.toReversed())).not.toBe(fingerprintOfAll(held));
    }),
  );
});

test("where words cannot be opened there is no fingerprint, and what held with them has none", () => {
  fc.assert(
    fc.property(agreement, (one) => {
      const damaged = { ...one, wordings: one.wordings.map((each) => ({ ...each, words: null })) };
      expect(printOf(damaged)).toBeNull();
      expect(standingsOf([damaged])[0]?.fingerprint).toBeNull();
      expect(findFingerprint([damaged], printOf(one) ?? "")).toBeNull();
    }),
  );
});

test("it can be computed by anybody: this one by sha256sum, from the text in docs/fingerprints.md", () => {
  const at = new Date("2027-03-03T18:30:00.000Z");
  const one: LastingOne = {
    id: "01956a3e-5f0a-7c3e-9d55-0a1b2c3d4e5f",
    sort: "boundary",
    of: "a",
    createdAt: at,
    reviewedAt: null,
    endedAt: null,
    endedBy: null,
    wordings: [
      {
        version: 1,
        proposedBy: "a",
        proposedAt: new Date("2027-03-03T18:12:09.125Z"),
        acceptedBy: "b",
        acceptedAt: at,
        conversationId: null,
        words: { behaviour: "Kein Lesen fremder Nachrichten", whose: "both", review: "2027-06-01" },
      },
    ],
  };
  expect(printOf(one)).toBe("d712e4f67aa61f573900d6aef017ac9af779f138dd1e993939068b9dd40ac64f");
  expect(fingerprintOfAll(heldAt([one], at))).toBe(
    "7ac3cb4d1e48f78b7dfc7b39e8fa43df6e37a6a0bb4935b0c8060368b229fd2d",
  );
});
