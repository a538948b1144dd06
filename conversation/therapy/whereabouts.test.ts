import { describe, expect, test } from "vitest";
import { asksForHold, wordToSay } from "./whereabouts";

describe("the word", () => {
  test("[Z3] is one’s own, where one has given any", () => {
    expect(wordToSay([])).toBeNull();
    expect(wordToSay([{ word: "" }])).toBeNull();
    expect(wordToSay([{ word: "" }, { word: "harbour" }])).toBe("harbour");
  });

  test("[Z3] asks until the therapist has held, and asks again when it is said again", () => {
    const askedAt = "2027-03-01T10:00:00.000Z";
    expect(asksForHold({ askedAt: null }, null)).toBe(false);
    expect(asksForHold({ askedAt }, null)).toBe(true);
    expect(asksForHold({ askedAt }, "2027-03-01T09:59:59.000Z")).toBe(true);
    expect(asksForHold({ askedAt }, "2027-03-01T10:00:01.000Z")).toBe(false);
    expect(asksForHold({ askedAt: "2027-03-01T10:05:00.000Z" }, "2027-03-01T10:00:01.000Z")).toBe(true);
  });
});
