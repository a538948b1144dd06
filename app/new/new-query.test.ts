import fc from "fast-check";
import { expect, test } from "vitest";
import { AREAS, addressOf, NO_QUERY, readQuery, TIMES, WAYS } from "./new-query";

const orNull = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null });

test("an address says what it was made of", () => {
  const queries = fc.record({
    guide: orNull(fc.string({ minLength: 1 })),
    how: orNull(fc.constantFrom(...WAYS)),
    time: orNull(fc.constantFrom(...TIMES)),
    area: orNull(fc.constantFrom(...AREAS)),
    after: orNull(fc.uuid()),
    space: orNull(fc.uuid()),
    from: orNull(fc.uuid()),
  });
  fc.assert(
    fc.property(queries, (query) => {
      const { searchParams } = new URL(addressOf(query), "http://localhost");
      expect(readQuery(Object.fromEntries(searchParams))).toEqual(query);
    }),
  );
});

test("what an address cannot mean is as if it were not there", () => {
  expect(readQuery({})).toEqual(NO_QUERY);
  expect(
    readQuery({
      how: "loudly",
      time: "25",
      area: "10",
      after: "../secret",
      space: "mine",
      from: "1",
      other: "x",
    }),
  ).toEqual(NO_QUERY);
});

test("of a parameter that is there twice the first counts", () => {
  expect(readQuery({ how: ["alone", "together"], guide: [] })).toEqual({ ...NO_QUERY, how: "alone" });
});
