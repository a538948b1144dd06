import { describe, expect, test } from "vitest";
import { parseRepeat } from "#conversation/keeping/repeat";
import { begunWith, HOW_OFTEN, repeatAnswer, repeatAnswerText } from "./repeat-answer";

const ZONE = "Europe/Berlin";

describe("an answer to how often", () => {
  test("begins today and goes on for a quarter of a year", () => {
    expect(begunWith("daily", "2026-11-23", null)).toEqual({
      how: "daily",
      on: [],
      from: "2026-11-23",
      until: "2027-02-23",
    });
    expect(begunWith("once", "2026-11-23", null).until).toBe("");
  });

  test.each(HOW_OFTEN)("%s is read again as it was written, whatever is missing", (how) => {
    for (const on of [[], ["mo", "su"]] as const)
      for (const from of ["", "2026-11-23"])
        for (const until of how === "once" ? [""] : ["", "2027-02-23"]) {
          const answer = { how, on: how === "weekly" ? on : [], from, until };
          expect(repeatAnswer(repeatAnswerText(answer, ZONE))).toEqual(answer);
        }
  });

  test("whole, it is what the rules read; with something missing it is not", () => {
    const text = (answer: Parameters<typeof repeatAnswerText>[0]) =>
      parseRepeat(repeatAnswerText(answer, ZONE));
    const weekly = { how: "weekly", on: ["mo"], from: "2026-11-23", until: "2027-02-23" } as const;
    expect(text(weekly)).toMatchObject({ every: "week", on: ["mo"], zone: ZONE });
    expect(text({ ...weekly, on: [] })).toBe("unreadable");
    expect(text({ ...weekly, until: "" })).toBe("unreadable");
    expect(text({ how: "once", on: [], from: "2026-11-23", until: "" })).toMatchObject({ every: "once" });
  });

  test("another way of repeating keeps the days that were chosen", () => {
    const before = begunWith("daily", "2026-11-23", null);
    const changed = { ...before, until: "2027-06-01" };
    expect(begunWith("monthly", "2026-12-01", changed)).toMatchObject({
      from: "2026-11-23",
      until: "2027-06-01",
    });
  });

  test("what is no such answer is none", () => {
    expect(repeatAnswer("")).toBeNull();
    expect(repeatAnswer("Each evening.")).toBeNull();
  });
});
