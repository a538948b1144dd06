import { expect, test } from "vitest";
import { openLog } from "./log";

/** A log and its lines. */
function logAt(LOG_LEVEL: "info" | "error" | "silent") {
  const lines: string[] = [];
  return { log: openLog({ LOG_LEVEL }, { write: (line) => lines.push(line) }), lines };
}

test("an outcome with its ids is one line of JSON, and nothing about the machine", () => {
  const { log, lines } = logAt("info");
  log.note("refused", { kind: "move", refusal: "stale", personId: "7" });
  expect(lines).toHaveLength(1);
  const { time: _time, ...line } = JSON.parse(lines[0] ?? "") as Record<string, unknown>;
  expect(line).toEqual({ level: 30, msg: "refused", kind: "move", refusal: "stale", personId: "7" });
});

test("a fault is logged under the id that is given back, with its kind, code and places in the code", () => {
  const { log, lines } = logAt("error");
  const id = log.fault("socket move", Object.assign(new TypeError("x"), { code: "23505" }), {
    personId: "7",
  });
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    msg: "fault",
    fault: id,
    where: "socket move",
    error: "TypeError",
    code: "23505",
    personId: "7",
    at: expect.arrayContaining([expect.stringContaining("log.test.ts")]),
  });
});

test("two faults have two ids", () => {
  const { log } = logAt("silent");
  expect(log.fault("x", new Error("x"))).not.toBe(log.fault("x", new Error("x")));
});

test("asvs 14.2.4: what a database says about the values it was given never gets into the log", () => {
  const { log, lines } = logAt("info");
  const ofDriver = Object.assign(new Error('duplicate key: "canary"'), {
    code: "23505",
    detail: "Key (name)=(canary) already exists.",
    where: "canary",
  });
  const ofDrizzle = new Error("Failed query: insert into person\nparams: canary", { cause: ofDriver });
  log.fault("socket move", ofDrizzle);
  expect(lines.join()).not.toContain("canary");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    error: "Error",
    cause: { error: "Error", code: "23505" },
  });
});

test("asvs 14.2.4: nor does a message that looks like a place in the code, or that was changed afterwards", () => {
  const { log, lines } = logAt("info");
  log.fault("x", new Error("params:\n    at canary (of the words)\n    at canary"));
  const changed = new Error("params:\n    at canary");
  changed.message = "something else";
  log.fault("x", changed);
  log.fault("x", new Error("outside", { cause: new Error("inside:\n    at canary") }));
  expect(lines).toHaveLength(3);
  expect(lines.join()).not.toContain("canary");
});

test("what was thrown but is no error is not said at all, only of what type it is", () => {
  const { log, lines } = logAt("info");
  for (const thrown of ["canary", { canary: "canary" }, null, undefined, 7]) log.fault("x", thrown);
  expect(lines.join()).not.toContain("canary");
  expect(lines.map((line) => (JSON.parse(line) as { error: string }).error)).toEqual([
    "string",
    "object",
    "object",
    "undefined",
    "number",
  ]);
});

test("below its level nothing is written", () => {
  const { log, lines } = logAt("error");
  log.note("refused");
  expect(lines).toEqual([]);
});
