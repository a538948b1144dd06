import { expect, test } from "vitest";
import { moveRequest, startRequest } from "#wire/requests";
import { issuesOf } from "./request-issues";

const ids = {
  conversationId: "0198c0de-0000-7000-8000-000000000001",
  moveId: "0198c0de-0000-7000-8000-000000000002",
};

function issuesIn(payload: unknown): readonly string[] {
  const { error } = moveRequest.safeParse(payload);
  return error ? issuesOf(error) : [];
}

test("says where something is wrong and of what kind", () => {
  expect(
    issuesIn({ ...ids, moveId: "x", move: { kind: "reflect", answers: 0, words: { text: "x" } } }),
  ).toEqual(["moveId: invalid_format", "move.answers: too_small"]);
  expect(issuesIn(null)).toEqual(["request: invalid_type"]);
  expect(issuesIn({ ...ids, move: { kind: "shout" } })).toEqual(["move.kind: invalid_union"]);
});

test("[N5] never what was sent, and never the name of a field nobody asked for", () => {
  const hostile = [
    "canary",
    { canary: 1 },
    { ...ids, canary: "canary", move: { kind: "canary" } },
    { ...ids, conversationId: "canary", move: { kind: "say", words: { canary: ["canary"] } } },
    { ...ids, move: { kind: "say", canary: "canary", words: { canary: { canary: "canary" } } } },
    { ...ids, move: { kind: "check", answers: "canary", verdict: "canary" } },
    { ...ids, move: { kind: "time-out", returnAt: "canary" } },
  ];
  for (const payload of hostile) {
    const issues = issuesIn(payload);
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.join()).not.toContain("canary");
  }
  const { error } = startRequest.safeParse({ guide: "x", topic: "can\nary", name: "can\u0000ary" });
  expect(error && issuesOf(error)).toEqual(["topic: invalid_format", "name: invalid_format"]);
});

test("no more than eight, however much is wrong", () => {
  const words = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`f${index}`, null]));
  expect(issuesIn({ ...ids, move: { kind: "say", words } }).length).toBeLessThanOrEqual(8);
});
