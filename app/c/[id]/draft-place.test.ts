import { expect, test } from "vitest";
import { AGREEMENT_FIELDS } from "#conversation/agreement-fields";
import { DUE, pairGuide, reading, reviewing, settling, writing } from "#conversation/testing/guides";
import { type Play, play, playWithDue } from "#conversation/testing/play";
import { draftSlot } from "#wire/draft-slot";
import { fieldsAt, isOver } from "./draft-place";

const idsAt = (talk: Play, slot: string) => fieldsAt(talk.state, slot).map(({ id }) => id);

test("words go back to their questions, in a break and after the step too", () => {
  const talk = play(pairGuide(writing(), reading()));
  talk.b({ kind: "stop" });
  expect(idsAt(talk, "writing:write")).toEqual(["story"]);
  expect(isOver(talk.state, "writing:write")).toBe(false);
  talk.b({ kind: "reopen" });
  talk.a({ kind: "write", ready: true });
  talk.b({ kind: "write", ready: true });
  expect(idsAt(talk, "writing:write")).toEqual(["story"]);
  expect(isOver(talk.state, "writing:write")).toBe(true);
  expect(isOver(talk.state, "writing:alone")).toBe(false);
});

test("an offer answers the questions of its step, and a change those of its agreement", () => {
  const settled = play(pairGuide(settling()));
  const amendment = draftSlot("settling", { kind: "propose", sort: "commitment", amends: 1 });
  expect(idsAt(settled, amendment)).toEqual(["what", "repeat", "sign", "whose"]);

  const talk = playWithDue(pairGuide(reviewing(), reading()));
  const [due] = DUE;
  if (!due) throw new Error("Something is due.");
  const change = { kind: "propose", sort: due.sort, reviews: due.id, outcome: "keep" } as const;
  const slot = draftSlot("reviewing", change);
  expect(fieldsAt(talk.state, slot)).toBe(AGREEMENT_FIELDS[due.sort]);
  expect(isOver(talk.state, slot)).toBe(false);
  talk.b({ kind: "accept", answers: talk.a(change) });
  expect(isOver(talk.state, slot)).toBe(true);
});

test("what is said in a dialogue answers no question in particular", () => {
  expect(idsAt(play(pairGuide(reading())), "talking:say")).toEqual(["text"]);
});

test("once the other has left, what was being written for the present step has no box any more", () => {
  const talk = play(pairGuide(writing(), reading()));
  talk.leave(["b"], false);
  expect(isOver(talk.state, "writing:write")).toBe(true);
  expect(isOver(talk.state, "writing:alone")).toBe(false);
});
