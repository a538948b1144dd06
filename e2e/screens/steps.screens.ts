import type { Page } from "@playwright/test";
import { deepMirror } from "#conversation/guides/deep-mirror";
import { keepingPromises2 } from "#conversation/guides/keeping-promises-2";
import { owningIt2 } from "#conversation/guides/owning-it-2";
import { takingStock } from "#conversation/guides/taking-stock";
import { weeklyMeeting } from "#conversation/guides/weekly-meeting";
import { bothAcknowledge, bothTalk, bothWrite, meet, meetAgain, stepOf } from "../support/guide-walk";
import { test } from "../support/journey";
import type { Partner } from "../support/partner";
import { keepScreen } from "../support/screens";

const WIDE = { width: 1180, height: 900 };
const PHONE = { width: 390, height: 860 };

/** The same moment wide and on a phone. */
async function keepBoth(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of [
    ["wide", WIDE],
    ["phone", PHONE],
  ] as const) {
    await page.setViewportSize(viewport);
    await page.evaluate(() =>
      document.querySelector("[id][tabindex='-1']")?.scrollIntoView({ block: "nearest" }),
    );
    await keepScreen(page, `${name}-${size}`);
  }
}

test("before the first step, and reading", async ({ mara, jon }) => {
  const link = await mara.start({ guide: deepMirror.title, topic: "Sundays" });
  await jon.join(link);
  await jon.page.getByRole("group", { name: "How stirred up" }).getByText("7", { exact: true }).click();
  await jon.text("Yes", { exact: true }).click();
  await keepBoth(jon.page, "step-ready");
  await jon.press("Begin");
  await jon.button("I will try to keep to this").waitFor();
  await keepBoth(jon.page, "step-acknowledge");
});

test("writing, by scales and by words", async ({ mara, jon }) => {
  const pair = await meet(takingStock, mara, jon, { topic: "How we are" });
  await keepBoth(mara.page, "step-write-self");
  await bothWrite(pair, "for-yourself");
  const [question] = stepOf(takingStock, "share", "write").fields;
  await mara.page
    .getByRole("textbox", { name: question?.label ?? "" })
    .fill("That I tiptoe. I would like you to know that I miss arguing with you about films.");
  await keepBoth(mara.page, "step-write-together");
});

test("a turn that is mirrored to its end", async ({ mara, jon }) => {
  const pair = await meet(deepMirror, mara, jon, { topic: "Sundays" });
  await bothAcknowledge(pair, "ground-rules");
  await mara.write("What would you like to say?", "On Sundays I sit with the children and count the hours.");
  await keepBoth(mara.page, "step-say");
  await mara.press("Say it");
  await jon.reflect("On Sundays you are alone with them and the day is long.");
  await keepBoth(mara.page, "step-check");
  await mara.press("Yes, that’s it");
  await keepBoth(mara.page, "step-choose");
  await mara.press("Pass the floor");
  await jon.write("Say back the whole of it", "The Sundays are long, and you carry them alone.");
  await keepBoth(jon.page, "step-summary");
  await jon.press("Is that it?");
  await mara.press("Yes, that’s it");
  await jon.write(
    "What sense does it make to you, as Mara sees it?",
    "It makes sense, because I had promised the Sundays to us.",
  );
  await keepBoth(jon.page, "step-validate");
  await jon.press("Say it");
  await jon.write("How do you think it feels for Mara?", "Left alone. Perhaps small.");
  await keepBoth(jon.page, "step-empathise");
  await jon.press("Is that how it feels?");
  await mara.button("Not quite").waitFor();
  await keepBoth(mara.page, "step-correct");
});

test("owning it: what is written, what has landed, what is offered", async ({ mara, jon }) => {
  const pair = await meet(owningIt2, mara, jon, { topic: "The messages in March" });
  await bothAcknowledge(pair, "before");
  await bothTalk(pair, "hear");
  await keepBoth(mara.page, "step-waiting");
  await answer(jon);
  await keepBoth(jon.page, "step-write-owning");
  await jon.press("Keep my answer");
  await jon.press("Send it");
  await mara.button("It has landed").waitFor();
  await keepBoth(mara.page, "step-mark");
  await mara.press("It has landed");
  await mara.press("Leave the rest for later");
  await offer(
    jon,
    "I show you the phone bill on the first of the month.",
    "Once a month, until you say it is enough",
  );
  await mara.button("Yes, agreed").waitFor();
  await keepBoth(mara.page, "step-settle-answer");
  await keepBoth(jon.page, "step-settle-offered");
  await mara.press("Yes, agreed");
  await mara.press("That is all for now");
  await jon.press("That is all for now");
  await jon.isTold("You have come to the end of this conversation.");
  await jon.page.evaluate(() => window.scrollTo(0, 0));
  await keepBoth(jon.page, "end");
});

test("what two people promised is due at their weekly meeting", async ({ mara, jon }) => {
  const promises = await meet(keepingPromises2, mara, jon, { topic: "Evenings" });
  await bothWrite(promises, "two-promises");
  await keepBoth(mara.page, "step-settle");
  await offer(mara, "I write when it gets later than seven.", "Every time");
  await jon.press("Yes, agreed");
  await jon.press("That is all for now");
  await mara.press("That is all for now");
  await bothWrite(promises, "in-the-way");
  const meeting = await meetAgain(promises, weeklyMeeting);
  await bothWrite(meeting, "appreciations");
  await keepBoth(mara.page, "step-review");
});

async function answer(jon: Partner): Promise<void> {
  const words = [
    "I wrote to her for four months and told you it was work.",
    "You stopped trusting what you see. You lie awake when I am late.",
    "I answer what you ask, when you ask it. I do not wait to be caught.",
    "Shame, and I miss how you looked at me.",
    "I ran from the quarrels at home to somebody who knew nothing of them.",
    "When I want to run I say so, at the table, the same evening.",
  ];
  const { fields } = stepOf(owningIt2, "prepare", "write");
  for (const [index, { label }] of fields.entries())
    await jon.page.getByRole("textbox", { name: label }).fill(words[index] ?? "");
}

async function offer(partner: Partner, what: string, when: string): Promise<void> {
  const boxes = partner.page.getByRole("textbox");
  await boxes.nth(0).fill(what);
  await boxes.nth(1).fill(when);
  await boxes.nth(2).fill("You see it without asking");
  await partner.press("Offer it");
}
