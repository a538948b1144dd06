import { boundaries } from "#conversation/guides/boundaries";
import { goodThingsAhead } from "#conversation/guides/good-things-ahead";
import { isItTimeForHelp } from "#conversation/guides/is-it-time-for-help";
import { keepingPromises } from "#conversation/guides/keeping-promises";
import { weeklyMeeting } from "#conversation/guides/weekly-meeting";
import { whatWeCanExpect } from "#conversation/guides/what-we-can-expect";
import {
  bothAcknowledge,
  bothSettle,
  bothTalk,
  bothWrite,
  comes,
  isAgreed,
  isOver,
  meet,
  meetAgain,
  part,
} from "../support/guide-walk";
import { expect, test } from "../support/journey";

test("keeping promises, then the weekly meeting of the same two: what they promised is due, and both keep it", async ({
  mara,
  jon,
}) => {
  const promises = await meet(keepingPromises, mara, jon);
  await bothWrite(promises, "two-promises");
  await part(promises);
  await bothSettle(promises, "promises");
  await bothWrite(promises, "in-the-way");
  await isOver(promises);

  const meeting = await meetAgain(promises, weeklyMeeting);
  await part(meeting);
  await bothWrite(meeting, "appreciations");
  await comes(meeting, mara);
  await mara.press("Keep it");
  await comes(meeting, jon);
  await expect(jon.page.getByRole("heading", { name: "Mara would keep it" })).toBeVisible();
  await jon.press("Yes, agreed");
  await isAgreed(jon, "Jon would rather.");
  await bothTalk(meeting, "this-week");
  await bothWrite(meeting, "next-week");
  await isOver(meeting);
});

test("what we can expect: a small step, with a month", async ({ mara, jon }) => {
  const pair = await meet(whatWeCanExpect, mara, jon);
  await bothAcknowledge(pair, "how-it-goes");
  await part(pair);
  await bothWrite(pair, "honestly");
  await bothTalk(pair, "talk");
  await bothSettle(pair, "milestones");
  await isOver(pair);
});

test("is it time for help: the signs stay private, the plan is for both", async ({ mara, jon }) => {
  const pair = await meet(isItTimeForHelp, mara, jon);
  await part(pair);
  await bothWrite(pair, "signs");
  await bothWrite(pair, "would-i");
  await bothAcknowledge(pair, "choosing");
  await bothSettle(pair, "plan");
  await isOver(pair);
});

test("boundaries: what it is about, why, and what one will do oneself", async ({ mara, jon }) => {
  const pair = await meet(boundaries, mara, jon, { role: "second" });
  await bothAcknowledge(pair, "what-it-is");
  await bothWrite(pair, "need");
  await part(pair);
  await bothTalk(pair, "talk");
  await bothSettle(pair, "agree");
  await isOver(pair);
});

test("good things ahead: a day in the calendar, and one thing of today", async ({ mara, jon }) => {
  const pair = await meet(goodThingsAhead, mara, jon);
  await bothWrite(pair, "wishes");
  await bothSettle(pair, "plans");
  await part(pair);
  await bothWrite(pair, "thanks");
  await isOver(pair);
});
