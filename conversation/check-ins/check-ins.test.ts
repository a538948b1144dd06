import { describe, expect, test } from "vitest";
import { textsOf } from "../guide-texts";
import { takingStock } from "../guides/taking-stock";
import { changesIn } from "./changes";
import { lineOf } from "./line";
import { type Answers, CHECK_IN_AREAS, STATEMENT_TEXTS, STATEMENTS, statementsIn } from "./statements";

const DAY = 86_400_000;
const START = Date.UTC(2027, 2, 1);
/** One check-in a week, in order. */
const weekly = (...all: readonly Answers[]) =>
  all.map((answers, week) => ({ at: new Date(START + week * 7 * DAY), answers }));
/** The same statement, week after week; null where it was left out. */
const hopes = (...values: readonly (number | null)[]) =>
  weekly(...values.map((hope) => (hope === null ? {} : { hope })));
const week = (number: number) => new Date(START + number * 7 * DAY);

describe("what is asked", () => {
  test("[J1] every area has statements, no two are alike, and they are those of “Taking stock”", () => {
    expect(new Set(STATEMENTS.map(({ area }) => area))).toEqual(new Set(CHECK_IN_AREAS));
    expect(new Set(STATEMENTS.map(({ id }) => id)).size).toBe(STATEMENTS.length);
    const [step] = takingStock.steps;
    const scales = step?.kind === "write" ? step.fields.filter(({ kind }) => kind === "scale") : [];
    expect(STATEMENTS.map(({ id, text }) => [id, text])).toEqual(scales.map(({ id, label }) => [id, label]));
  });

  test.each(Object.keys(STATEMENT_TEXTS))("[J1] every statement has its sentences in %s", (language) => {
    const texts = STATEMENT_TEXTS[language] ?? {};
    expect(Object.keys(texts).sort()).toEqual(Object.keys(textsOf(STATEMENTS)).sort());
    expect(textsOf(statementsIn(language))).toEqual(texts);
    expect(statementsIn(language).map(({ id, area }) => [id, area])).toEqual(
      STATEMENTS.map(({ id, area }) => [id, area]),
    );
  });
});

describe("a change", () => {
  const changes = (...values: readonly (number | null)[]) => changesIn(hopes(...values));

  test("[J2] is told when two in a row are two points or more above, or below, the one before them", () => {
    expect(changes(3, 5, 5)).toEqual([{ statement: "hope", direction: "higher", since: week(1) }]);
    expect(changes(9, 9, 4, 7)).toEqual([{ statement: "hope", direction: "lower", since: week(2) }]);
    expect(changes(0, 10, 2)).toEqual([{ statement: "hope", direction: "higher", since: week(1) }]);
  });

  test("[J2] is not told of one answer alone, of less than two points, of two directions, or of what has settled", () => {
    expect(changes(3, 8)).toEqual([]);
    expect(changes(3, 3, 8)).toEqual([]);
    expect(changes(3, 4, 4)).toEqual([]);
    expect(changes(3, 5, 4)).toEqual([]);
    expect(changes(5, 8, 2)).toEqual([]);
    expect(changes(3, 5, 5, 5)).toEqual([]);
    expect(changes()).toEqual([]);
  });

  test("[J2] looks at the times at which the statement was answered", () => {
    expect(changes(3, null, 6, null, 6)).toEqual([
      { statement: "hope", direction: "higher", since: week(2) },
    ]);
    expect(changes(null, 6, 6)).toEqual([]);
  });

  test("[J2] of each statement is told on its own", () => {
    const found = changesIn(weekly({ hope: 2, safe: 8 }, { hope: 4, safe: 6 }, { hope: 4, safe: 6 }));
    expect(found.map(({ statement, direction }) => [statement, direction])).toEqual([
      ["hope", "higher"],
      ["safe", "lower"],
    ]);
  });
});

describe("a line", () => {
  const stretches = (checkIns: ReturnType<typeof hopes>) =>
    lineOf("hope", checkIns).map((stretch) => stretch.map(({ value }) => value));

  test("[J3] goes through one's own answers in order, and is broken where one was left out", () => {
    expect(stretches(hopes(3, 4, null, 6, 7))).toEqual([
      [3, 4],
      [6, 7],
    ]);
    expect(stretches(hopes(null, 0, null))).toEqual([[0]]);
    expect(stretches(hopes(null))).toEqual([]);
  });

  test("[J3] is broken where more than five weeks passed", () => {
    const at = (days: number, hope: number) => ({ at: new Date(START + days * DAY), answers: { hope } });
    expect(stretches([at(0, 1), at(35, 2), at(71, 3)])).toEqual([[1, 2], [3]]);
  });
});
