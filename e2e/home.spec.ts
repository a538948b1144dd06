import type { Page } from "@playwright/test";
import { expectNoViolationsInAnyLight } from "./support/axe";
import { fits } from "./support/fits";
import { expect, test } from "./support/journey";
import { begin, type Partner } from "./support/partner";
import { signIn } from "./support/sign-in";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** What the page of a space says is to be done. */
const waits = (page: Page) => page.getByRole("region", { name: "What waits for you" });

async function goHome({ page }: Partner): Promise<void> {
  await page.goto("/home");
  await expect(page).toHaveURL(/\/home\/[0-9a-f-]{36}$/);
}

/** It says so to whoever shares nothing. */
const hasNoSpace = (page: Page) =>
  expect(page.getByRole("heading", { name: "Nothing is shared here yet" })).toBeVisible();

test("what waits is there for the one who is asked, and never for the other", async ({ mara, jon }) => {
  await begin(mara, jon);
  await mara.say("I would like to know before eleven.");
  await jon.reads("I would like to know before eleven.");

  await goHome(mara);
  await expect(mara.page.getByRole("heading", { level: 1 })).toHaveText("Mara and Jon");
  await expect(mara.text("Nothing waits for you here.")).toBeVisible();
  await expect(waits(mara.page)).toHaveCount(0);

  await mara.page.goto(jon.page.url());
  await mara.isConnected();
  await goHome(jon);
  await expect(jon.page.getByRole("heading", { level: 1 })).toHaveText("Mara and Jon");
  const card = waits(jon.page);
  await expect(card).toContainText(
    "“Coming home late” is waiting for you. Mara has spoken; you say back what you heard.",
  );
  await expect(card).toContainText("Mara is here now");
  await expect(jon.page.locator("body")).not.toContainText("before eleven");
  await expect(jon.page.getByRole("listitem").filter({ hasText: "Open and honest talk" })).toContainText(
    "open since",
  );
  await card.getByRole("link", { name: "Go to the conversation" }).click();
  await jon.isConnected();
  await jon.reflect("You want a message before eleven.");
});

test("from the space a conversation begins without another link, and the other finds it", async ({
  mara,
  jon,
}) => {
  await begin(mara, jon);
  await goHome(mara);
  await mara.page.getByRole("link", { name: "Taking stock" }).click();
  await expect(mara.text("You have talked here before, so no link is needed.")).toBeVisible();
  await mara.page.getByLabel("What is it about?").fill("The summer");
  await mara.press("Begin with Jon");
  await mara.isConnected();
  await expect(mara.text("Send this link")).toHaveCount(0);
  await goHome(jon);
  await jon.page.getByRole("link", { name: /^The summer/ }).click();
  await expect(jon.page).toHaveURL(mara.page.url());
});

test("what is done alone stands in a place of its own, and nowhere else", async ({ mara, jon }) => {
  await begin(mara, jon);
  await goHome(mara);
  await mara.page.getByRole("link", { name: "Letting go" }).click();
  await mara.press("Begin");
  await mara.isConnected();
  await goHome(mara);
  await expect(mara.page.getByRole("listitem").filter({ hasText: "Letting go" })).toHaveText(
    "Letting goalone, never owed",
  );
  await mara.text("More", { exact: true }).click();
  await mara.page.getByRole("link", { name: "On your own" }).click();
  await mara.page.getByRole("link", { name: /^Letting go/ }).click();
  await mara.isConnected();
  await jon.page.goto("/home/alone");
  await expect(jon.text("There is nothing here.")).toBeVisible();
});

test("the partner is invited to the space itself, asked about, and let in; two then begin there", async ({
  mara,
  jon,
}) => {
  await mara.page.goto("/home");
  await expect(mara.page).toHaveURL(/\/sign-in/); // for a stranger there is nothing here
  await signIn(mara, "mara-who-invites@example.org");
  await mara.page.goto("/home");
  await hasNoSpace(mara.page);
  await mara.page.getByLabel("What shall we call you?").fill("Mara");
  await mara.press("Keep this name");
  await mara.text("Ask me first").click();
  await mara.press("Make the link");
  const link = await mara.page.getByLabel("The link", { exact: true }).inputValue();
  await expect(mara.text("You are asked first.")).toBeVisible();

  await jon.page.goto(link);
  await jon.page.getByLabel("What should Mara call you here?").fill("Jon");
  await jon.press("Take your seat");
  await expect(jon.text("Mara will be asked whether to let you in.")).toBeVisible();
  await mara.page.reload();
  await expect(mara.text("Jon would like to come in")).toBeVisible();
  await mara.press("Let them in");
  await expect(mara.text("This place is free")).toHaveCount(0);
  await expect(mara.page.getByRole("main")).toContainText("Jon");
  await expect(jon.page).toHaveURL(/\/home\//);
  await expect(jon.page.getByRole("heading", { level: 1 })).toHaveText("Mara and Jon");
});

test("with somebody new there is a space of its own, and each stays with those who share it", async ({
  mara,
  jon,
  newPartner,
}) => {
  const sam = await newPartner("Sam");
  await begin(mara, jon, { topic: "Only for Jon" });
  const link = await mara.start({ topic: "Only for Sam" });
  await sam.join(link);

  await goHome(mara);
  await expect(mara.page.getByRole("heading", { level: 1 })).toHaveText("Mara and Sam");
  await expect(mara.page.locator("main")).not.toContainText("Only for Jon");
  await mara.page.getByRole("link", { name: "With Jon" }).click();
  await expect(mara.page.getByRole("heading", { level: 1 })).toHaveText("Mara and Jon");
  await expect(mara.page.locator("main")).not.toContainText("Only for Sam");
  const withJon = mara.page.url();

  await goHome(sam);
  await expect(sam.page.locator("main")).not.toContainText("Jon");
  for (const page of ["", "/people", "/conversations", "/leave"])
    expect((await sam.page.request.get(withJon + page)).status()).toBe(404);
});

test("leaving says first what becomes of the words; the other keeps theirs, and nothing new begins", async ({
  mara,
  jon,
}) => {
  await begin(mara, jon);
  await mara.say("I would like to know before eleven.");
  await jon.reflect("You want a message before eleven.");
  const conversation = mara.page.url();
  await goHome(jon);
  const space = jon.page.url();
  await jon.text("More", { exact: true }).click();
  await jon.page.getByRole("link", { name: "People" }).click();
  await jon.page.getByRole("link", { name: "Leave this space" }).click();
  await expect(jon.text("It cannot be undone.")).toBeVisible();
  await expect(jon.page.getByRole("link", { name: "Take your words out first" })).toBeVisible();
  await jon.text("Take my words back", { exact: true }).click();
  await jon.press("Leave this space");
  await jon.press("Stay");
  await jon.press("Leave this space");
  await expect(jon.text("What you said is withdrawn for good.")).toBeVisible();
  await jon.press("Yes, leave now");
  await hasNoSpace(jon.page);
  for (const gone of [space, conversation]) expect((await jon.page.request.get(gone)).status()).toBe(404);

  await goHome(mara);
  await expect(mara.text("Jon has left this space.")).toBeVisible();
  await expect(mara.page.getByRole("link", { name: "Taking stock" })).toHaveCount(0);
  await mara.page.getByRole("link", { name: /^Coming home late/ }).click();
  await mara.reads("I would like to know before eleven.");
  await expect(mara.text("You want a message before eleven.")).toHaveCount(0);
});

test("by keyboard alone, from the first link of the page to the conversation", async ({ mara, jon }) => {
  await begin(mara, jon);
  await goHome(mara);
  const { page } = mara;
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the main part" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  const go = page.getByRole("link", { name: "Go to the conversation" });
  for (
    let presses = 0;
    presses < 10 && !(await go.evaluate((link) => link === document.activeElement));
    presses += 1
  )
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await mara.isConnected();
});

test("on a small phone nothing is cut off, and axe finds nothing", async ({ newPartner }) => {
  test.setTimeout(120_000);
  const mara = await newPartner("Mara", PHONE);
  const jon = await newPartner("Jon", PHONE);
  const { page } = mara;
  const stands = async (where: string) => {
    await fits(page);
    await expectNoViolationsInAnyLight(page, where);
  };
  const link = await mara.start({ topic: "AboutSomethingInOneVeryLongWordThatDoesNotEndBeforeTheEdge" });
  await goHome(mara);
  await stands("nobody has come");
  const space = page.url();
  await page.goto(`${space}/people`);
  await stands("people, and an invitation");
  await jon.join(link);
  await page.goto(space);
  await stands("the space");
  await page.goto(`${space}/people`);
  await stands("people");
  await page.goto(`${space}/leave`);
  await stands("before leaving");
  await mara.press("Leave this space");
  await stands("leave?");
  await mara.press("Stay");
  await page.goto(`${space}/conversations`);
  await stands("all conversations");
  await page.goto("/home/alone");
  await stands("alone");
  await jon.page.goto(`${space}/leave`);
  await jon.press("Leave this space");
  await jon.press("Yes, leave now");
  await hasNoSpace(jon.page);
  await fits(jon.page);
  await expectNoViolationsInAnyLight(jon.page, "nothing shared");
  await page.goto(space);
  await stands("left");
});

test("at twice the size everything is still in sight", async ({ mara, jon }) => {
  await begin(mara, jon);
  await mara.page.setViewportSize({ width: 640, height: 480 }); // 1280 wide, at 200 %
  await goHome(mara);
  await fits(mara.page);
  await expect(mara.page.getByRole("link", { name: "Go to the conversation" })).toBeVisible();
});
