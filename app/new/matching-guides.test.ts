import fc from "fast-check";
import { expect, test } from "vitest";
import { type GuideSummary, matchingGuides } from "./matching-guides";
import { AREAS, NO_FILTER, TIMES, WAYS } from "./new-query";

const guide = (id: string, differences: Partial<GuideSummary> = {}): GuideSummary => ({
  id,
  area: 3,
  title: id,
  purpose: "",
  minutes: 40,
  solo: false,
  alone: false,
  ...differences,
});

const SHELF = [
  guide("talk"),
  guide("long-talk", { minutes: 50 }),
  guide("look", { area: 1, minutes: 20, alone: true }),
  guide("letter", { area: 7, solo: true }),
];

const idsOf = (filter: Partial<typeof NO_FILTER>) =>
  matchingGuides(SHELF, { ...NO_FILTER, ...filter }).flatMap(({ guides }) => guides.map(({ id }) => id));

test("without a choice all guides stand there, by area", () => {
  expect(idsOf({})).toEqual(["look", "talk", "long-talk", "letter"]);
});

test("together and each in their own time lead to the same guides, and never to one for a person alone", () => {
  expect(idsOf({ how: "together" })).toEqual(["look", "talk", "long-talk"]);
  expect(idsOf({ how: "own-time" })).toEqual(idsOf({ how: "together" }));
});

test("alone leads to what is for one person and to what one person may do", () => {
  expect(idsOf({ how: "alone" })).toEqual(["look", "letter"]);
});

test("the time at hand leaves out what takes longer, and nothing that fits is left out", () => {
  expect(idsOf({ time: "30" })).toEqual(["look"]);
  expect(idsOf({ time: "45" })).toEqual(["look", "talk", "letter"]);
  expect(idsOf({ time: "60" })).toEqual(["look", "talk", "long-talk", "letter"]);
});

test("an area without a match is not there; where nothing fits, none is", () => {
  expect(matchingGuides(SHELF, { ...NO_FILTER, area: "7" }).map(({ area }) => area)).toEqual([7]);
  expect(matchingGuides(SHELF, { ...NO_FILTER, area: "7", how: "together" })).toEqual([]);
});

test("whatever is chosen, every guide that is left stands once, in its own area", () => {
  const choices = fc.record({
    how: fc.constantFrom(null, ...WAYS),
    time: fc.constantFrom(null, ...TIMES),
    area: fc.constantFrom(null, ...AREAS),
  });
  fc.assert(
    fc.property(choices, (filter) => {
      const areas = matchingGuides(SHELF, filter);
      const left = areas.flatMap(({ guides }) => guides);
      expect(new Set(left).size).toBe(left.length);
      for (const { area, guides } of areas) {
        expect(guides.length).toBeGreaterThan(0);
        for (const each of guides) expect(each.area).toBe(area);
      }
    }),
  );
});
