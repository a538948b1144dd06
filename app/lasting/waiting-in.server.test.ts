import { expect, test } from "vitest";
import { type Agreed, termsOf } from "#conversation/keeping/agreed";
import type { RecordedKeeping } from "#conversation/keeping/keepings";
import { registerOf } from "#conversation/keeping/register";
import type { Words } from "#conversation/moves";
import type { LastingOne } from "#server/lasting/lasting-view";
import { waitingIn } from "./waiting-in.server";

const AT = "2026-11-20T10:00:00.000Z";
const CALL = { behaviour: "we call when we are late", review: "2027-03-01" };

/** What waits after these keepings, each with words that say its number. */
function waitingAfter(keepings: readonly RecordedKeeping[], version = 1, words?: Words) {
  const register = registerOf(keepings, () => "a");
  const agreed: Agreed = {
    id: "one",
    sort: "boundary",
    of: "a",
    version,
    hasEnded: false,
    terms: termsOf(CALL),
  };
  const wording = {
    version,
    proposedBy: "a",
    proposedAt: new Date(AT),
    acceptedBy: "b",
    acceptedAt: new Date(AT),
    conversationId: null,
    words: CALL,
  } as const;
  const one: LastingOne = {
    id: "one",
    sort: "boundary",
    of: "a",
    createdAt: new Date(AT),
    reviewedAt: null,
    endedAt: null,
    endedBy: null,
    wordings: [wording],
  };
  return waitingIn({
    place: { agreements: new Map([["one", agreed]]), register, hasBeenLeft: false },
    agreements: [one],
    keepings: new Map(
      keepings.map(({ seq, seat: by }) => [
        seq,
        { seq, by, at: new Date(AT), words: words ?? { behaviour: String(seq) } },
      ]),
    ),
  });
}

test("what took the place of an offer stays in its thread, however often it was changed", () => {
  const offers: RecordedKeeping[] = [
    { kind: "offer", sort: "plan", seq: 1, seat: "a", at: AT },
    { kind: "offer", sort: "plan", amends: 1, seq: 2, seat: "b", at: AT },
    { kind: "offer", sort: "plan", amends: 2, seq: 3, seat: "a", at: AT },
  ];
  expect(waitingAfter(offers)).toMatchObject([
    { thread: "offer-1", seq: 3, by: "a", of: "a", about: null, words: { behaviour: "3" } },
  ]);
  expect(waitingAfter(offers.slice(0, 1))).toMatchObject([{ thread: "offer-1", seq: 1 }]);
});

test("a proposal comes with the agreement as it holds, and says whether it is still about that wording", () => {
  const propose: RecordedKeeping = {
    kind: "propose",
    agreement: "one",
    version: 1,
    change: "end",
    seq: 1,
    seat: "b",
    at: AT,
  };
  const about = { agreement: "one", change: "end", words: CALL };
  expect(waitingAfter([propose])).toMatchObject([
    { thread: "agreement-one", about: { ...about, isMeant: true } },
  ]);
  expect(waitingAfter([propose], 2)).toMatchObject([{ about: { ...about, isMeant: false } }]);
});

test("a change of nothing but the day to look at it again keeps the agreement", () => {
  const change = (words: Words) =>
    waitingAfter(
      [{ kind: "propose", agreement: "one", version: 1, change: "change", seq: 1, seat: "b", at: AT }],
      1,
      words,
    ).map(({ about }) => about?.isKept);
  expect(change({ ...CALL, review: "2027-06-01" })).toEqual([true]);
  expect(change({ ...CALL, review: "2027-06-01", except: "on trains" })).toEqual([false]);
  expect(change(CALL)).toEqual([false]);
});
