import { describe, expect, test } from "vitest";
import type { Move, MoveKind } from "#conversation/moves";
import { moveSchema } from "./move-schema";

/** Every move of docs/wire.md, as a client would send it. A kind that is missing here does not compile. */
const MOVES: { readonly [K in MoveKind]: Move<K> } = {
  acknowledge: { kind: "acknowledge" },
  write: { kind: "write", ready: true, words: { story: "x", trust: 7, passed: false } },
  say: { kind: "say", aloud: true, words: { text: "x" } },
  reflect: { kind: "reflect", answers: 3, words: { text: "x" } },
  check: { kind: "check", answers: 4, verdict: "partly", words: { text: "x" } },
  validate: { kind: "validate", answers: 4, aloud: true },
  empathise: { kind: "empathise", answers: 4, words: { text: "x" } },
  "pass-floor": { kind: "pass-floor" },
  heard: { kind: "heard" },
  mark: { kind: "mark", answers: 5, part: "harm", verdict: "not-yet" },
  propose: { kind: "propose", sort: "boundary", amends: 6, words: { what: "x" } },
  accept: { kind: "accept", answers: 6 },
  decline: { kind: "decline", answers: 6 },
  withdraw: { kind: "withdraw", answers: 6 },
  enough: { kind: "enough" },
  repair: { kind: "repair", family: "thank-you" },
  "answer-repair": { kind: "answer-repair", answers: 7, taken: false },
  "time-out": { kind: "time-out", returnAt: "2026-03-01T19:20:00.000Z" },
  return: { kind: "return" },
  pace: { kind: "pace", pace: "this-week" },
  "suggest-time": { kind: "suggest-time", meetAt: "2026-03-02T19:00:00.000Z" },
  "answer-time": { kind: "answer-time", answers: 7, accepted: true },
  "withdraw-time": { kind: "withdraw-time", answers: 7 },
  stop: { kind: "stop" },
  reopen: { kind: "reopen" },
  hold: { kind: "hold" },
  resume: { kind: "resume" },
  prompt: { kind: "prompt", words: { text: "x" } },
  "hand-floor": { kind: "hand-floor", to: "b" },
  "skip-step": { kind: "skip-step" },
  "extend-turn": { kind: "extend-turn", minutes: 2 },
  caucus: { kind: "caucus", with: "a" },
};

describe("every move of the wire", () => {
  for (const move of Object.values(MOVES)) {
    test(`${move.kind} is read as it was sent`, () => expect(moveSchema.parse(move)).toEqual(move));

    test(`asvs 15.3.3: ${move.kind} with a seat, a role or a number is refused`, () => {
      for (const extra of [{ seat: "a" }, { role: "first" }, { seq: 9 }, { at: "now" }])
        expect(moveSchema.safeParse({ ...move, ...extra }).success).toBe(false);
    });
  }
});

test("what is missing, of the wrong kind or out of range is refused", () => {
  const wrong = [
    null,
    "say",
    [],
    {},
    { kind: "shout" },
    { kind: "write" },
    { kind: "reflect" },
    { kind: "reflect", answers: "3" },
    { kind: "reflect", answers: 0 },
    { kind: "reflect", answers: 1.5 },
    { kind: "check", answers: 1, verdict: "maybe" },
    { kind: "say", aloud: false },
    { kind: "say", words: "text" },
    { kind: "say", words: { text: { nested: true } } },
    { kind: "say", words: { text: null } },
    { kind: "repair", family: "kiss" },
    { kind: "time-out", returnAt: "in an hour" },
    { kind: "time-out", returnAt: "2026-03-01T19:20:00" }, // no zone: every reader would take it for another moment
    { kind: "time-out", returnAt: 1_772_392_800_000 },
    { kind: "say", words: Object.fromEntries(Array.from({ length: 22 }, (_, n) => [`f${n}`, "x"])) },
  ];
  for (const move of wrong) expect([move, moveSchema.safeParse(move).success]).toEqual([move, false]);
});

test("asvs 1.5.2: a key that would reach into objects changes no other object", () => {
  for (const key of ["__proto__", "constructor", "prototype"]) {
    const sent: unknown = JSON.parse(`{"kind":"say","words":{"${key}":"x","text":"y"}}`);
    const { data } = moveSchema.safeParse(sent);
    expect(data?.words ? Object.getPrototypeOf(data.words) : Object.prototype).toBe(Object.prototype);
    expect(Reflect.get({}, "x")).toBeUndefined();
    expect({}.constructor).toBe(Object);
  }
});
