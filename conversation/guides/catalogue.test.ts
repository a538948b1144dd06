import { describe, expect, test } from "vitest";
import { GUIDES, guideOf, newestGuide } from "./catalogue";
import { speakAndReflect } from "./speak-and-reflect";

/** Every guide that ever shipped, each version of it. A line is added here and none is ever taken away. */
const SHIPPED: readonly (readonly [string, number])[] = [["speak-and-reflect", 1]];

// When this fails: new wording is a new version, beside the old one. Conversations that began with it go on with it.
test.each(SHIPPED)("[K1] a shipped guide never changes: %s v%i", (id, version) => {
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
    expect(guideOf("speak-and-reflect", 0)).toBeUndefined();
    expect(guideOf("nobody-wrote-this", 1)).toBeUndefined();
  });

  test("[K1] a new conversation finds the newest", () => {
    expect(newestGuide("speak-and-reflect")).toBe(speakAndReflect);
    expect(newestGuide("nobody-wrote-this")).toBeUndefined();
  });
});
