import { expect, test } from "vitest";
import { seenBy } from "../lasting/testing/seen";
import { whatLastsAsks } from "./what-lasts-asks.server";

// Seen on 23 November 2026, by seat `a`.

const PHONES = { id: "phones", sort: "boundary", words: { behaviour: "phones" } } as const;
const CALL = { id: "call", sort: "commitment", words: { what: "call" } } as const;
const keys = (...seen: Parameters<typeof seenBy>) => whatLastsAsks(seenBy(...seen)).map(({ key }) => key);
const offer = (seat: "a" | "b") => ({ kind: "offer", sort: "plan", seat }) as const;
const crossed = (seat: "a" | "b") => ({ kind: "crossed", agreement: "phones", version: 1, seat }) as const;
const told = (seat: "a" | "b", day: string) =>
  ({ kind: "report", agreement: "call", version: 1, day, kept: true, seat }) as const;

test("what the other has offered waits, and what one has offered oneself does not", () => {
  expect(keys([], [offer("a"), offer("b")])).toEqual(["offer-2"]);
});

test("a proposal about a wording that does not hold any more waits for nobody", () => {
  const change = { kind: "propose", agreement: "phones", change: "end", seat: "b" } as const;
  expect(keys([PHONES], [{ ...change, version: 1 }])).toEqual(["agreement-phones"]);
  expect(keys([{ ...PHONES, id: "phones" }], [{ ...change, version: 2 }])).toEqual([]);
});

test("what the other wrote of a crossing waits until one has said how one saw it", () => {
  expect(keys([PHONES], [crossed("a"), crossed("b")])).toEqual(["crossing-2"]);
  const seen = { kind: "see", answers: 1, sight: "seen", seat: "a" } as const;
  expect(keys([PHONES], [crossed("b"), seen])).toEqual([]);
  expect(keys([{ ...PHONES, hasEnded: true }], [crossed("b")])).toEqual([]);
});

test("however often the other has told of a promise, it is one line, and not for ever", () => {
  expect(keys([CALL], [told("b", "2026-11-20"), told("b", "2026-11-21")])).toEqual(["told"]);
  expect(keys([CALL], [told("a", "2026-11-21")])).toEqual([]);
  expect(keys([CALL], [told("b", "2026-11-01")])).toEqual([]);
});

test("where the other has left, nothing waits any more", () => {
  const view = seenBy([], [offer("b")]);
  expect(whatLastsAsks({ ...view, place: { ...view.place, hasBeenLeft: true } })).toEqual([]);
});
