import { expectNoViolationsInAnyLight } from "./support/axe";
import { fits } from "./support/fits";
import { expect, test } from "./support/journey";
import { begin, type Partner, turn } from "./support/partner";

test("axe finds nothing on any page", async ({ newPartner }) => {
  test.slow(); // some forty looks at whole pages
  const mara = await newPartner("Mara");
  const jon = await newPartner("Jon");
  const both = async (where: string) => {
    await expectNoViolationsInAnyLight(mara.page, `${where}, Mara`);
    await expectNoViolationsInAnyLight(jon.page, `${where}, Jon`);
  };
  await mara.page.goto("/");
  await expectNoViolationsInAnyLight(mara.page, "first page");
  await mara.page.goto("/new");
  await expectNoViolationsInAnyLight(mara.page, "the guides");
  await mara.page.goto("/new?how=together&area=7");
  await expectNoViolationsInAnyLight(mara.page, "no guide that fits");
  await mara.page.goto("/new?guide=owning-it");
  await expectNoViolationsInAnyLight(mara.page, "a guide");
  await mara.page.goto("/new?guide=letting-go");
  await expectNoViolationsInAnyLight(mara.page, "a guide for one alone");
  await mara.page.goto("/nowhere");
  await expectNoViolationsInAnyLight(mara.page, "not found");
  const link = await mara.start({ askFirst: true });
  await expectNoViolationsInAnyLight(mara.page, "the link");
  await jon.page.goto(link);
  await jon.page.getByLabel("What should Mara call you here?").fill("Jon");
  await expectNoViolationsInAnyLight(jon.page, "invitation");
  await jon.press("Take your seat");
  await expect(mara.text("Jon would like to come in")).toBeVisible();
  await both("waiting to be let in");
  await mara.press("Let them in");
  await jon.isConnected();
  await both("ground rules");
  await mara.acceptGroundRules();
  await jon.acceptGroundRules();
  await jon.isTold("Mara speaks. You listen.");
  await both("the floor");
  await mara.say("One thing.");
  await jon.reads("One thing.");
  await both("to be said back");
  await jon.press("I’m getting stirred up");
  await jon.reflect("One thing, back.");
  await expect(mara.button("Partly")).toBeVisible();
  await both("to be checked");
  await mara.press("Partly");
  await both("what was missing");
  await mara.press("Back");
  await mara.press("Yes, that’s it");
  await both("to go on");
  await mara.page.getByRole("button", { name: "Take a break" }).click();
  await expectNoViolationsInAnyLight(mara.page, "when to come back");
  await mara.press("Begin the break");
  await expect(jon.text("Nothing goes on until then")).toBeVisible();
  await both("a break");
  await mara.press("Stop here for now");
  await expectNoViolationsInAnyLight(mara.page, "stop?");
  await mara.page.getByRole("dialog").getByRole("button", { name: "Stop here" }).click();
  await jon.isTold("The conversation rests here.");
  await both("stopped");
});

test("axe finds nothing on the questions and at the end", async ({ mara, jon }) => {
  await begin(mara, jon);
  await turn(mara, jon, "Mine.");
  await mara.press("I was heard");
  await turn(jon, mara, "And mine.");
  await jon.press("I was heard");
  await expectNoViolationsInAnyLight(mara.page, "a question");
  await mara.press("I’d rather not say");
  await expectNoViolationsInAnyLight(mara.page, "answered");
  await jon.press("I’d rather not say");
  await expect(mara.page.getByRole("group", { name: "I felt heard" })).toBeVisible();
  await expectNoViolationsInAnyLight(mara.page, "scales");
  await mara.rate("5");
  await jon.rate("5");
  await mara.isTold("You have come to the end of this conversation.");
  await expectNoViolationsInAnyLight(mara.page, "the end");
});

/** Goes on with Tab until this is focused, as somebody without a pointer does. */
async function tabTo(
  { page }: Partner,
  role: "button" | "textbox" | "link" | "radio",
  name: string | RegExp,
) {
  const target = page.getByRole(role, { name, exact: true }).first();
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${role} ${name}`);
}

async function pressByKey(partner: Partner, name: string | RegExp, role: "button" | "link" = "button") {
  await tabTo(partner, role, name);
  await partner.page.keyboard.press("Enter");
}

async function chooseByKey(partner: Partner, name: string) {
  await tabTo(partner, "radio", name);
  await partner.page.keyboard.press("Space");
}

test("the whole way by keyboard alone", async ({ mara, jon }) => {
  await mara.page.goto("/");
  await pressByKey(mara, "Start a conversation", "link");
  await pressByKey(mara, "Speak and reflect", "link");
  await tabTo(mara, "textbox", /What does your partner call you/);
  await mara.page.keyboard.type("Mara");
  await mara.page.keyboard.press("Enter");
  await mara.isConnected();
  await jon.page.goto(await mara.page.getByLabel("The link", { exact: true }).inputValue());
  await tabTo(jon, "textbox", /What should Mara call you/);
  await jon.page.keyboard.type("Jon");
  await jon.page.keyboard.press("Enter");
  await jon.isConnected();

  for (const partner of [mara, jon]) {
    await chooseByKey(partner, "0"); // calm
    await chooseByKey(partner, "Yes"); // free to speak
    await pressByKey(partner, "Begin");
    await pressByKey(partner, "I will try to keep to this");
  }
  await tabTo(mara, "textbox", "What would you like to say?");
  await mara.page.keyboard.type("By keyboard.");
  await mara.page.keyboard.press("Control+Enter");
  await tabTo(jon, "textbox", "Say back what you heard");
  await jon.page.keyboard.type("By keyboard, too.");
  await pressByKey(jon, "Is that it?");
  await pressByKey(mara, "Yes, that’s it");
  await pressByKey(mara, /Take a break/);
  await mara.page.keyboard.press("Escape");
  await expect(mara.page.getByRole("dialog")).toBeHidden();
  await expect(mara.page.getByRole("button", { name: /Take a break/ })).toBeFocused();
  await pressByKey(mara, "Pass the floor");
  await jon.isTold("You have the floor.");
});

test("a screen reader hears who speaks now and what is asked", async ({ mara, jon }) => {
  await begin(mara, jon);
  const live = jon.page
    .locator("[aria-live=polite]")
    .filter({ has: jon.page.getByRole("heading", { level: 1 }) });
  await expect(live).toHaveText("Mara speaks. You listen.Your turn to speak comes.");
  await mara.say("One thing.");
  await expect(live).toHaveText(
    "Mara speaks. You say back what you heard.No answer yet, no defence. Your turn to speak comes.",
  );
});

test("a phone at 360 px, and a page at 320: nothing is cut off, targets are large enough", async ({
  newPartner,
}) => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  const mara = await newPartner("Mara", phone);
  const jon = await newPartner("Jon", { ...phone, viewport: { width: 320, height: 640 } });
  await begin(mara, jon);
  for (const partner of [mara, jon]) await fits(partner.page);
  await turn(mara, jon, "Something long enough to need a few lines on a phone held in one hand at night.");
  await expect(mara.button("Pass the floor")).toBeInViewport(); // the question comes into sight by itself
  for (const partner of [mara, jon]) await fits(partner.page);
  for (const button of await mara.page.locator("main").getByRole("button").all()) {
    const box = await button.boundingBox();
    const room = await button.evaluate((element) => {
      const after = getComputedStyle(element, "::after");
      return after.content === "none" ? 0 : -Number.parseFloat(after.top) - Number.parseFloat(after.bottom);
    });
    expect((box?.height ?? 0) + room).toBeGreaterThanOrEqual(44);
  }
});

test("without motion the room changes its colour at once", async ({ newPartner }) => {
  const mara = await newPartner("Mara", { reducedMotion: "reduce" });
  await mara.start();
  const duration = await mara.page
    .locator("[data-floor]")
    .evaluate((room) => getComputedStyle(room).transitionDuration);
  expect(duration).toBe("0s");
});
