import { expect, test } from "vitest";
import { sealWords, unsealWords, type WordsPlace } from "./sealed-words";
import { newSealingKey } from "./sealing";

const key = newSealingKey();
const place: WordsPlace = { spaceId: "space", conversationId: "conversation", what: "move-1", seat: "a" };
const words = { text: "Ich war allein. 🌧 \u0000 \"'; drop table move; --", heard: 7, passed: true };

test("asvs 1.2.4: words come back as they were, whatever is in them", () => {
  expect(unsealWords(key, place, sealWords(key, place, words))).toEqual(words);
});

test("asvs 11.3.3: words of another row, seat, conversation or space cannot be opened in this one's place", () => {
  const sealed = sealWords(key, place, words);
  for (const elsewhere of [
    { what: "move-2" },
    { seat: "b" },
    { conversationId: "other" },
    { spaceId: "other" },
  ] as const)
    expect(unsealWords(key, { ...place, ...elsewhere }, sealed)).toBeNull();
});

test("words whose key was destroyed stay closed", () => {
  expect(unsealWords(undefined, place, sealWords(key, place, words))).toBeNull();
});
