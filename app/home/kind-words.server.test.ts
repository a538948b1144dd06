import { expect, test } from "vitest";
import { seenBy } from "../lasting/testing/seen";
import { kindWordsIn } from "./kind-words.server";

// Seen by seat `a`.

const kind = (seat: "a" | "b") => ({ kind: "appreciate", seat }) as const;
const LEFT = [kind("b"), kind("a"), kind("b"), kind("b")];

test("they are opened the oldest first; what is closed shows no words and no number of them", () => {
  const closed = kindWordsIn(seenBy([], LEFT));
  expect(closed.next).toBe(1);
  expect(closed.theirs).toEqual([]);
  expect(closed.mine.map(({ words }) => words)).toEqual([{ text: "line 2" }]);
});

test("what was opened can be read again, the newest first", () => {
  const some = kindWordsIn(seenBy([], LEFT, [1, 3]));
  expect(some.next).toBe(4);
  expect(some.theirs.map(({ words }) => words?.text)).toEqual(["line 3", "line 1"]);
  expect(kindWordsIn(seenBy([], LEFT, [1, 3, 4])).next).toBeNull();
});
