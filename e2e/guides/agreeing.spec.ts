import { boundaries } from "#conversation/guides/boundaries";
import { goodThingsAhead2 } from "#conversation/guides/good-things-ahead-2";
import { isItTimeForHelp } from "#conversation/guides/is-it-time-for-help";
import { keepingPromises2 } from "#conversation/guides/keeping-promises-2";
import { weeklyMeeting } from "#conversation/guides/weekly-meeting";
import { whatWeCanExpect } from "#conversation/guides/what-we-can-expect";
import {
  bothAcknowledge,
  bothSettle,
  bothTalk,
  bothWrite,
  comes,
  fillIn,
  isAgreed,
  isOver,
  meet,
  meetAgain,
  part,
  stepOf,
  writes,
} from "../support/guide-walk";
import { expect, test } from "../support/journey";
import type { Partner } from "../support/partner";

test("keeping promises, then the weekly meeting of the same two: what they promised is due, and both keep it", async ({
  mara,
  jon,
}) => {
  const promises = await meet(keepingPromises2, mara, jon);
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
  const pair = await meet(goodThingsAhead2, mara, jon);
  await bothWrite(pair, "wishes");
  await bothSettle(pair, "plans");
  await part(pair);
  await bothWrite(pair, "thanks");
  await isOver(pair);
});

test("what is being typed stays when the other offers something, or takes back what one was changing", async ({
  mara,
  jon,
}) => {
  await meet(goodThingsAhead2, mara, jon);
  for (const partner of [mara, jon]) await partner.press("I’d rather not say");
  const plans = stepOf(goodThingsAhead2, "plans", "settle");
  const [what] = plans.fields;
  const boxOf = ({ page }: Partner) => page.getByRole("textbox", { name: what?.label ?? "" });

  await boxOf(jon).fill("A boat on the lake.");
  await fillIn(mara, plans, plans.fields);
  await mara.press("Offer it");
  await expect(jon.page.getByRole("heading", { name: "Mara offers" })).toBeVisible();
  await expect(boxOf(jon)).toHaveValue("A boat on the lake.");
  await jon.press("Leave it");

  await jon.press("Change it");
  await boxOf(jon).fill("The same, by train.");
  await mara.press("Take it back");
  await expect(jon.text("While you were changing this offer,")).toBeVisible();
  await expect(jon.text("The same, by train.")).toBeVisible();
  await jon.press("Let it go");
  await expect(jon.text("The same, by train.")).toHaveCount(0);
  await expect(boxOf(jon)).toHaveValue("A boat on the lake.");

  await fillIn(jon, plans, plans.fields);
  await jon.press("Offer it");
  await mara.press("Change it");
  await boxOf(mara).fill("Rather on a Sunday.");
  await jon.press("Take it back");
  await mara.press("Offer it as something new");
  await expect(boxOf(mara)).toHaveValue("Rather on a Sunday.");
});

test("a day that is over is refused with the reason, and nothing has to be written again", async ({
  mara,
  jon,
}) => {
  await meet(goodThingsAhead2, mara, jon);
  for (const partner of [mara, jon]) await partner.press("I’d rather not say");
  const { fields } = stepOf(goodThingsAhead2, "plans", "settle");
  const dayOf = ({ page }: Partner) => page.getByLabel("When?", { exact: true });
  await fillIn(mara, stepOf(goodThingsAhead2, "plans", "settle"), fields);
  await dayOf(mara).fill("2020-05-17");
  await mara.press("Offer it");
  await expect(mara.text("That day is over. Please choose a later one.")).toBeVisible();
  await expect(jon.page.getByRole("heading", { name: "Mara offers" })).toHaveCount(0);
  await dayOf(mara).fill("2031-05-18");
  await mara.press("Offer it");
  await expect(jon.page.getByRole("heading", { name: "Mara offers" })).toBeVisible();
});

test("an answer that was being changed when the step ended is not lost, and stands closed", async ({
  mara,
  jon,
}) => {
  const pair = await meet(goodThingsAhead2, mara, jon);
  const [missed] = stepOf(goodThingsAhead2, "wishes", "write").fields;
  await writes(pair, mara, "wishes");
  await mara.press("Change my answer");
  await mara.page.getByRole("textbox", { name: missed?.label ?? "" }).fill("The kitchen, with music.");
  await jon.press("I’d rather not say");
  const unsent = mara.text("Something you had begun to write was not sent");
  await expect(unsent).toBeVisible();
  await expect(mara.text("The kitchen, with music.")).toBeHidden();
  await unsent.click();
  await expect(mara.text("The kitchen, with music.")).toBeVisible();
});
