import { describe, expect, test } from "vitest";
import { GUIDES, guideOf, newestGuide } from "./catalogue";
import { speakAndReflect } from "./speak-and-reflect";
import { speakAndReflect2 } from "./speak-and-reflect-2";

/** Every guide that ever shipped, each version of it. A line is added here and none is ever taken away. */
const SHIPPED: readonly (readonly [string, number])[] = [
  ["speak-and-reflect", 1],
  ["speak-and-reflect", 2],
  ["deep-mirror", 1],
  ["understand-first", 1],
  ["understand-first", 2],
  ["taking-stock", 1],
  ["owning-it", 1],
  ["owning-it", 2],
  ["keeping-promises", 1],
  ["keeping-promises", 2],
  ["weekly-meeting", 1],
  ["what-we-can-expect", 1],
  ["is-it-time-for-help", 1],
  ["letting-go", 1],
  ["boundaries", 1],
  ["good-things-ahead", 1],
  ["good-things-ahead", 2],
];

// When this fails: new wording is a new version, beside the old one. Conversations that began with it go on with it.
test.each(SHIPPED)("[K1] a shipped guide never changes: %s v%i", (id, version) => {
  expect(guideOf(id, version)).toBeDefined();
  expect(guideOf(id, version)).toMatchSnapshot();
});

describe("finding a guide", () => {
  test("[K1] what can be started is the newest version of what has shipped", () => {
    const ids = [...new Set(SHIPPED.map(([id]) => id))];
    const newest = ids.map((id) => {
      const versions = SHIPPED.filter(([shipped]) => shipped === id).map(([, version]) => version);
      return [id, Math.max(...versions)];
    });
    expect(GUIDES.map(({ id, version }) => [id, version])).toEqual(newest);
  });

  test("[K1] a conversation finds the very version it began with", () => {
    expect(guideOf("speak-and-reflect", 1)).toBe(speakAndReflect);
    expect(guideOf("speak-and-reflect", 2)).toBe(speakAndReflect2);
    expect(guideOf("speak-and-reflect", 0)).toBeUndefined();
    expect(guideOf("nobody-wrote-this", 1)).toBeUndefined();
  });

  test("[K1] a new conversation finds the newest", () => {
    expect(newestGuide("speak-and-reflect")).toBe(speakAndReflect2);
    expect(newestGuide("nobody-wrote-this")).toBeUndefined();
  });

  test("[K1] there is a guide for each of the nine areas", () => {
    const areas = new Set(GUIDES.map(({ area }) => area));
    expect([...areas].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe("what a guide says of itself", () => {
  /** As much as goes into two lines where guides are chosen. */
  const TWO_LINES = 160;

  test.each(GUIDES)("[K1] $id: what it is for in two lines, what it asks, and what it is not", (guide) => {
    expect(guide.purpose.length).toBeLessThanOrEqual(TWO_LINES);
    expect(guide.asks).toBeDefined();
    expect(guide.isNot).toBeDefined();
  });

  test.each(GUIDES)("[K1] $id: what could come next is another guide", (guide) => {
    const next = guide.next?.guide ?? "";
    expect(newestGuide(next)).toBeDefined();
    expect(next).not.toBe(guide.id);
  });

  test.each(GUIDES)(
    "[K1] $id: its words are calm, with the quotes and apostrophes of good print",
    (guide) => {
      const notOurs = textsIn(guide).filter((text) => /!|['"`]|\boops\b/i.test(text));
      expect(notOurs).toEqual([]);
    },
  );

  test.each(GUIDES)("[K1] $id: its words have no space too many, and sentences end", (guide) => {
    for (const text of textsIn(guide)) expect(text).toBe(text.replace(/\s+/g, " ").trim());
    for (const sentence of [guide.purpose, guide.asks, guide.isNot, guide.how, guide.next?.why])
      expect(sentence).toMatch(/[.?]$/);
  });
});

/** Every text anywhere in a guide, ids included. */
function textsIn(thing: unknown): readonly string[] {
  if (typeof thing === "string") return [thing];
  return typeof thing === "object" && thing !== null ? Object.values(thing).flatMap(textsIn) : [];
}
