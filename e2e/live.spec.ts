import { expect, test } from "./support/journey";
import { begin, turn } from "./support/partner";

test("a whole conversation, live, with one “partly” and a second reflection", async ({ mara, jon }) => {
  const link = await mara.start({ topic: "Coming home late" });
  expect(link).toMatch(/\/j\/[\w-]{22}#[\w-]{43}$/);
  await expect(mara.text("has not come yet")).toBeVisible();

  await jon.page.goto(link);
  await expect(jon.page.getByRole("heading", { level: 1 })).toHaveText(
    "Mara would like to talk with you about “Coming home late”.",
  );
  await expect(jon.page).toHaveURL(/\/j\/[\w-]{22}$/); // the secret is out of the address bar
  await jon.page.getByLabel("What should Mara call you here?").fill("Jon");
  await jon.press("Take your seat");
  await jon.isConnected();
  await expect(mara.text("Jon", { exact: true })).toBeVisible(); // at once, without a reload
  await expect(mara.page.getByLabel("The link", { exact: true })).toBeHidden();

  await mara.acceptGroundRules();
  await mara.isTold("Thank you. Jon reads it too.");
  await jon.acceptGroundRules();

  await mara.isTold("You have the floor.");
  await jon.isTold("Mara speaks. You listen.");
  await mara.say("I lay there doing the sums again.");
  await jon.reads("I lay there doing the sums again.");
  await jon.isTold("Mara speaks. You say back what you heard.");
  await jon.reflect("You were worried.");
  await mara.isTold("Was that what you meant?");
  await mara.press("Partly");
  await mara.write("What was missing?", "It wasn’t worry. It was March again.");
  await mara.press("Say what was missing");
  await jon.reads("Mara: partly. “It wasn’t worry. It was March again.”");
  await jon.write("Say back what you heard, with what was missing", "It was March again, the counting.");
  await jon.press("Is that it?");
  await mara.press("Yes, that’s it");
  await mara.press("Pass the floor");

  await jon.isTold("You have the floor.");
  await expect(mara.page.locator("[data-floor=b]")).toBeVisible(); // the room takes his colour
  await turn(jon, mara, "I did not know how to call.");
  await jon.press("I was heard");
  await mara.isTold("You have the floor.");
  await turn(mara, jon, "Thank you for saying that.");
  await mara.press("I was heard");

  await mara.write("What is one thing you understand now that you did not before?", "It was shame.");
  await mara.press("Keep my answer");
  await expect(jon.text("It was shame.")).toBeHidden();
  await jon.press("I’d rather not say");
  await jon.reads("It was shame.");
  await mara.reads("Passed on this one.");

  await mara.rate("8");
  await jon.rate("6");
  for (const { page } of [mara, jon]) {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "You have come to the end of this conversation.",
    );
    await expect(page.getByRole("heading", { name: "Speak and say back" })).toBeVisible();
  }
  await mara.page.reload();
  await mara.reads("I lay there doing the sums again.");
  await expect(mara.text("Only you can read this.")).toBeVisible();
});

test("said aloud: the floor, the reflection and the check work the same", async ({ mara, jon }) => {
  await begin(mara, jon);
  await mara.press("I said it aloud");
  await jon.isTold("Mara speaks. You say back what you heard.");
  await jon.press("I said it aloud");
  await mara.press("Yes, that’s it");
  await mara.isTold("Jon has heard you.");
});

test("small repairs, a break and stopping are always within reach", async ({ mara, jon, server }) => {
  await begin(mara, jon);
  await jon.press("I’m getting stirred up");
  await mara.press("That helps");
  await jon.reads("Mara: that helps.");

  await mara.write("What would you like to say?", "What I had begun to say");
  await jon.page.getByRole("button", { name: "Take a break" }).click();
  await jon.press("Begin the break");
  for (const { page } of [mara, jon]) {
    await expect(page.getByText("Nothing goes on until then")).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Go on with the conversation" })).toHaveCount(0);
  }
  await server.forward(21 * 60_000);
  await mara.page.reload();
  await mara.press("Go on with the conversation");
  await expect(mara.page.getByLabel("What would you like to say?")).toHaveValue("What I had begun to say");

  await mara.press("Stop here for now");
  await mara.page.getByRole("dialog").getByRole("button", { name: "Stop here" }).click();
  await jon.isTold("The conversation rests here.");
  await jon.press("Open it again");
  await mara.isTold("You have the floor.");
});

test("here and not here", async ({ mara, jon }) => {
  await begin(mara, jon);
  await expect(mara.text("not here")).toBeHidden();
  await jon.page.goto("/");
  await expect(mara.text("not here")).toBeVisible();
  await jon.page
    .getByRole("link", { name: /^A conversation/ })
    .first()
    .click();
  await expect(mara.text("not here")).toBeHidden();
});
