import { expect, test } from "vitest";
import { GUIDES } from "#conversation/guides/catalogue";
import { speakAndReflect } from "#conversation/guides/speak-and-reflect";
import { bothAcknowledge, play } from "#conversation/testing/play";
import { type Held, type Outline, type Standing, whereWeStand } from "./where-we-stand";

const DAY = 86_400_000;
const FIRST = Date.parse("2026-03-01T19:00:00.000Z");

const NOTHING: Held = { boundary: 0, commitment: 0, milestone: 0, review: null, nextPlan: null };

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

function standingIn(
  area: number,
  outlines: readonly Outline[],
  held: Partial<Held> = {},
): Standing | undefined {
  return whereWeStand(GUIDES, outlines, { ...NOTHING, ...held }).find((one) => one.area === area)?.standing;
}

test("all nine areas are there, in order, each with its guides", () => {
  const areas = whereWeStand(GUIDES, [], NOTHING);
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

test("what holds says where two people stand, each in its area and in no other", () => {
  const review = { count: 1, day: "2026-03-06", isDue: false };
  const held = { boundary: 2, commitment: 3, milestone: 1, review, nextPlan: "2026-03-07" };
  const standings = whereWeStand(GUIDES, [], held).map(({ standing }) => standing);
  expect(standings).toEqual([
    { kind: "empty" },
    { kind: "empty" },
    { kind: "empty" },
    { kind: "holds", what: "commitment", count: 3 },
    { kind: "holds", what: "milestone", count: 1 },
    { kind: "empty" },
    { kind: "alone" },
    { kind: "review", ...review },
    { kind: "planned", day: "2026-03-07" },
  ]);
  expect(standingIn(8, [], { ...held, review: null })).toEqual({ kind: "holds", what: "boundary", count: 2 });
});

test("a conversation that is open comes before what holds; what holds comes before what is over", () => {
  const guide = GUIDES.find(({ area }) => area === 4) ?? speakAndReflect;
  const inFour = (outline: Outline): Outline => ({ ...outline, guide });
  expect(standingIn(4, [inFour(talk(1, "open"))], { commitment: 1 })).toMatchObject({ kind: "open" });
  expect(standingIn(4, [inFour(talk(1, "complete"))], { commitment: 1 })).toMatchObject({ kind: "holds" });
});
