import { describe, expect, test } from "vitest";
import { rosterFor } from "./roster-for";
import { pairGuide, reading, soloGuide } from "./testing/guides";

const pair = pairGuide(reading());
const solo = { ...soloGuide(reading()), roles: pair.roles };
const both = ["a", "b"];

describe("roles for two", () => {
  test.each([
    ["first", { first: "a", second: "b" }],
    ["second", { first: "b", second: "a" }],
    [undefined, { first: "a", second: "b" }],
    ["nobody", { first: "a", second: "b" }],
  ])("[K1] whoever opens takes %s, and the other gets the other", (role, roles) => {
    expect(rosterFor(pair, role)).toEqual({ partners: both, therapist: false, roles });
  });

  test.each([
    ["first", { first: "b", second: "a" }],
    ["second", { first: "a", second: "b" }],
    [undefined, { first: "b", second: "a" }],
  ])("[K1] where b opens, b takes %s", (role, roles) => {
    expect(rosterFor(pair, role, { opener: "b" })).toEqual({ partners: both, therapist: false, roles });
  });
});

describe("roles for one", () => {
  test.each(["first", "second"])(
    "[G9] alone in a guide for two there is one seat, which takes %s",
    (role) => {
      const roster = rosterFor(pair, role, { alone: true });
      expect(roster.partners).toEqual(["a"]);
      expect(roster.roles[role]).toBe("a");
      expect(Object.values(roster.roles).filter((seat) => seat === "a")).toHaveLength(1);
    },
  );

  test("[G9] whoever is alone sits in the one seat there is, in whichever they sat before", () => {
    expect(rosterFor(pair, "second", { alone: true, opener: "b" })).toEqual({
      partners: ["a"],
      therapist: false,
      roles: { first: "b", second: "a" },
    });
  });

  test.each([{}, { alone: true }, { opener: "b" as const }])(
    "[K4] in a guide for one the one takes every role: %j",
    (start) => {
      expect(rosterFor(solo, "second", start)).toEqual({
        partners: ["a"],
        therapist: false,
        roles: { first: "a", second: "a" },
      });
    },
  );
});
