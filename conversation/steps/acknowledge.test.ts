import { expect, test } from "vitest";
import { pairGuide, reading, soloGuide, writing } from "../testing/guides";
import { bothAcknowledge, play } from "../testing/play";

const guide = pairGuide(reading(), writing());

test("[A1] both may acknowledge, in whichever order", () => {
  const talk = play(guide);
  expect(talk.openInStep("a")).toEqual([{ kind: "acknowledge" }]);
  expect(talk.openInStep("b")).toEqual([{ kind: "acknowledge" }]);
  talk.b({ kind: "acknowledge" });
  talk.a({ kind: "acknowledge" });
  expect(talk.step).toBe("writing");
});

test("[A1] whoever has acknowledged waits for the other", () => {
  const talk = play(guide);
  talk.a({ kind: "acknowledge" });
  expect(talk.step).toBe("reading");
  expect(talk.openInStep("a")).toEqual([]);
  expect(talk.refusal("a", { kind: "acknowledge" })).toEqual({ kind: "not-your-turn" });
  expect(talk.openInStep("b")).toEqual([{ kind: "acknowledge" }]);
});

test("[A1] alone, the step ends when the one has acknowledged", () => {
  const alone = play(soloGuide(reading(), writing()));
  alone.a({ kind: "acknowledge" });
  expect(alone.step).toBe("writing");
});

test("[A1] each step of reading asks both again", () => {
  const talk = play(pairGuide(reading({ id: "one" }), reading({ id: "two" })));
  bothAcknowledge(talk);
  expect(talk.step).toBe("two");
  expect(talk.openInStep("a")).toEqual([{ kind: "acknowledge" }]);
  expect(talk.openInStep("b")).toEqual([{ kind: "acknowledge" }]);
});

test("[A1, G6] nothing but acknowledging is open in the step itself", () => {
  const talk = play(guide);
  expect(talk.refusal("a", { kind: "say" })).toEqual({ kind: "not-open" });
  expect(talk.refusal("a", { kind: "write", ready: true })).toEqual({ kind: "not-open" });
  expect(talk.refusal("b", { kind: "check", answers: 1, verdict: "yes" })).toEqual({ kind: "not-open" });
});
