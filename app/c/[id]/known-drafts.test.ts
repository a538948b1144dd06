import { expect, test } from "vitest";
import type { Draft } from "#wire/events";
import { makeKnownDrafts } from "./known-drafts";

const SLOT = "talk:say";
const words = (text: string) => ({ text });
const here = (text: string): Draft => ({ slot: SLOT, words: words(text) });
const onPhone = (text: string, mark: string) => ({ device: "phone", mark, words: words(text) }) as const;
const fromPhone = (text: string, mark: string): Draft => ({
  ...here(text),
  from: { device: "phone", mark },
});

test("what is written here is never replaced by what the server has", () => {
  const drafts = makeKnownDrafts([here("One")]);
  drafts.write(SLOT, words("One, two"));
  drafts.learn([here("One")]);
  expect(drafts.read(SLOT)).toEqual(words("One, two"));
  drafts.learn([fromPhone("Three", "1")]);
  expect(drafts.read(SLOT)).toEqual(words("One, two"));
  expect(drafts.elsewhere(SLOT)).toEqual(onPhone("Three", "1"));
});

test("what is only elsewhere is here untouched, and the first stroke goes on with it", () => {
  const drafts = makeKnownDrafts([fromPhone("On the", "1")]);
  expect([drafts.read(SLOT), drafts.elsewhere(SLOT)]).toEqual([words("On the"), null]);
  drafts.learn([fromPhone("On the train", "2")]);
  expect(drafts.read(SLOT)).toEqual(words("On the train"));
  expect(drafts.write(SLOT, words("On the train, and"))).toBe("2");
  expect(drafts.write(SLOT, words("On the train, and home"))).toBeNull();
  drafts.learn([fromPhone("On the train", "2")]); // asked before the server had it
  expect(drafts.elsewhere(SLOT)).toBeNull();
  drafts.learn([{ ...here("On the train, and home"), elsewhere: [onPhone("On the train!", "3")] }]);
  expect(drafts.elsewhere(SLOT)).toEqual(onPhone("On the train!", "3"));
});

test("what was written here without a connection is asked about beside what is elsewhere", () => {
  const drafts = makeKnownDrafts([fromPhone("On the train", "1")]);
  drafts.takeUp(SLOT, words("At home"));
  expect([drafts.read(SLOT), drafts.elsewhere(SLOT)]).toEqual([
    words("At home"),
    onPhone("On the train", "1"),
  ]);
  drafts.learn([{ ...here("At home"), elsewhere: [onPhone("On the train", "1")] }]);
  expect(drafts.elsewhere(SLOT)).toEqual(onPhone("On the train", "1"));
  expect(drafts.choose(SLOT, "there")).toEqual({ words: words("On the train"), instead: "1" });
});

test("what was gone on with here, or says the same, is not asked about", () => {
  const goneOn = makeKnownDrafts([fromPhone("On the", "1")]);
  goneOn.takeUp(SLOT, words("On the train"), "1");
  const same = makeKnownDrafts([fromPhone("At home", "1")]);
  same.takeUp(SLOT, words("At home"));
  expect([goneOn.elsewhere(SLOT), same.elsewhere(SLOT)]).toEqual([null, null]);
});

test("what was only elsewhere and is gone there is gone here", () => {
  const drafts = makeKnownDrafts([fromPhone("On the train", "1")]);
  drafts.learn([]);
  expect(drafts.all()).toEqual([]);
});

test.each([
  ["there", "On the train"],
  ["here", "At home"],
] as const)("of two the one that is %s holds, and the other is named to go", (which, text) => {
  const drafts = makeKnownDrafts([{ ...here("At home"), elsewhere: [onPhone("On the train", "1")] }]);
  expect(drafts.choose(SLOT, which)).toEqual({ words: words(text), instead: "1" });
  expect([drafts.read(SLOT), drafts.elsewhere(SLOT)]).toEqual([words(text), null]);
  expect(drafts.choose(SLOT, which)).toBeNull();
});

test("of three one after the other is asked about", () => {
  const elsewhere = [onPhone("On the train", "2"), onPhone("At work", "1")];
  const drafts = makeKnownDrafts([{ ...here("At home"), elsewhere }]);
  drafts.choose(SLOT, "here");
  expect(drafts.elsewhere(SLOT)).toEqual(onPhone("At work", "1"));
});

test("what was sent does not come back as a draft, and what is begun after it does", () => {
  const drafts = makeKnownDrafts([here("Said")]);
  drafts.send(SLOT, words("Said"));
  drafts.learn([here("Said")]); // asked before the move was stored
  expect(drafts.read(SLOT)).toBeNull();
  drafts.learn([fromPhone("Something new", "2")]);
  expect(drafts.read(SLOT)).toEqual(words("Something new"));
});
