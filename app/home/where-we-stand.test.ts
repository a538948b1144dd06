import { expect, test } from "vitest";
import { GUIDES } from "#conversation/guides/catalogue";
import { speakAndReflect } from "#conversation/guides/speak-and-reflect";
import { bothAcknowledge, play } from "#conversation/testing/play";
import { type Outline, type Standing, whereWeStand } from "./where-we-stand";

const DAY = 86_400_000;
const FIRST = Date.parse("2026-03-01T19:00:00.000Z");

/** A conversation that began on the `day`th day and was last moved in a day later. */
function talk(day: number, ends: "open" | "stopped" | "put off" | "complete"): Outline {
  const made = play(speakAndReflect);
  if (ends === "put off") made.b({ kind: "stop" });
  if (ends !== "put off") bothAcknowledge(made);
  if (ends === "stopped") made.b({ kind: "stop" });
  const state = ends === "complete" ? { ...made.state, complete: true } : made.state;
  const at = FIRST + day * DAY;
  return { guide: speakAndReflect, state, createdAt: new Date(at), lastAt: new Date(at + DAY) };
}

function standingIn(area: number, outlines: readonly Outline[]): Standing | undefined {
  return whereWeStand(GUIDES, outlines).find((one) => one.area === area)?.standing;
}

test("all nine areas are there, in order, each with its guides", () => {
  const areas = whereWeStand(GUIDES, []);
  expect(areas.map(({ area }) => area)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(areas.flatMap(({ guides }) => guides)).toHaveLength(GUIDES.length);
});

test("an area nobody has been to is empty; what is for one person alone always reads the same", () => {
  expect(standingIn(3, [])).toEqual({ kind: "empty" });
  expect(standingIn(7, [])).toEqual({ kind: "alone" });
  expect(standingIn(7, [talk(0, "complete")])).toEqual({ kind: "alone" });
});

test("something open comes before what is over", () => {
  const outlines = [talk(3, "complete"), talk(2, "open"), talk(1, "complete")];
  expect(standingIn(3, outlines)).toEqual({ kind: "open", since: new Date(FIRST + 2 * DAY) });
});

test("what is over counts as been, also where somebody stopped in the middle", () => {
  const outlines = [talk(2, "complete"), talk(1, "stopped")];
  expect(standingIn(3, outlines)).toEqual({ kind: "been", times: 2, last: new Date(FIRST + 3 * DAY) });
});

test("what was put off before it began was no conversation", () => {
  expect(standingIn(3, [talk(1, "put off")])).toEqual({ kind: "empty" });
});

test("where not every part has landed, it says so and does not count", () => {
  const { state, ...outline } = talk(1, "complete");
  const guide = GUIDES.find(({ area }) => area === 2) ?? speakAndReflect;
  const step = guide.steps.find((one) => one.kind === "mark");
  if (step?.kind !== "mark") throw new Error("The guide of this area marks what has landed.");
  const marked = (verdict: "landed" | "deferred"): Outline => ({
    ...outline,
    guide,
    state: {
      ...state,
      steps: [
        {
          from: 1,
          endedBy: 2,
          progress: { kind: "mark", step, by: "a", of: 1, parts: ["wrong"], marks: { wrong: verdict } },
        },
      ],
    },
  });
  expect(standingIn(2, [marked("deferred")])).toEqual({ kind: "unlanded" });
  // What landed later is what counts: nobody is held to an old evening.
  expect(standingIn(2, [marked("landed"), marked("deferred")])).toMatchObject({ kind: "been" });
});
