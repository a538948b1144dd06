import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { expectNoViolationsInAnyLight } from "./support/axe";
import { fits } from "./support/fits";
import { expect, test } from "./support/journey";
import { begin, type Partner } from "./support/partner";
import { signIn } from "./support/sign-in";
import { storageOf } from "./support/storage";

// What is written without a line waits sealed on the device, goes out once, and leaves nothing when somebody goes.

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const SAY = "What would you like to say?";
const canary = () => `canary${randomBytes(8).toString("hex")}`;

const isOffline = (page: Page) =>
  expect(page.getByText("No connection just now. Nothing is lost")).toBeVisible();
const said = (page: Page) => page.getByRole("region", { name: "What was said" });

/** Another tab of the same browser, live. */
async function anotherTab({ page }: Partner): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto(page.url());
  await expect(tab.locator("[data-connected=true]")).toBeVisible();
  return tab;
}

/** Says something and something small after it, without a line. */
async function writeOffline(mara: Partner, words: string): Promise<void> {
  await mara.page.context().setOffline(true);
  await isOffline(mara.page);
  await mara.write(SAY, words);
  await mara.press("Say it");
  await expect(mara.button("On its way …")).toBeVisible();
  await expect.poll(async () => (await storageOf(mara.page)).records).toBe(1);
}

test("written on a phone without a line, the tab closed: it goes out once, in order, when the phone is back", async ({
  newPartner,
  jon,
}) => {
  const mara = await newPartner("Mara", PHONE);
  await begin(mara, jon);
  const words = canary();
  await writeOffline(mara, words);
  await mara.press("Thank you");
  await expect.poll(async () => (await storageOf(mara.page)).records).toBe(2);

  const { text } = await storageOf(mara.page);
  for (const readable of [words, mara.conversationId]) expect(text.includes(readable)).toBe(false);

  const url = mara.page.url();
  const context = mara.page.context();
  await mara.page.close();
  await context.setOffline(false);
  const page = await context.newPage();
  await page.goto(url);
  await expect(said(page).getByText(words)).toBeVisible();
  await expect(said(page).getByText("Thank you")).toBeVisible();
  await expect.poll(async () => (await storageOf(page)).records).toBe(0);
  await jon.reads(words);
  await expect(said(jon.page).getByText(words)).toHaveCount(1);
  const all = (await said(jon.page).textContent()) ?? "";
  expect(all.indexOf(words)).toBeLessThan(all.indexOf("Thank you"));
  expect(all.match(/Thank you/g)).toHaveLength(1);
});

test("what waits is shown as waiting after the page was opened again, and the key is nowhere in the page", async ({
  mara,
  jon,
  server,
}) => {
  await begin(mara, jon);
  const words = canary();
  await writeOffline(mara, words);
  await mara.page.context().setOffline(false);
  // The page comes, its socket does not: as on a line that is there for a moment.
  await mara.page.context().routeWebSocket(/socket\.io/, (socket) => socket.close());
  await mara.page.goto(mara.page.url());
  await expect(mara.button("On its way …")).toBeVisible();
  await expect(mara.page.getByLabel(SAY)).toHaveValue(words);
  expect(await mara.page.content()).not.toMatch(/[0-9a-f]{64}/);
  const answer = await mara.page.request.get(mara.page.url());
  expect(await answer.text()).toMatch(/[0-9a-f]{64}/); // it did come with the page
  expect(server.output.join()).not.toContain(words);
});

test("two tabs that both wrote without a line: everything goes out once, in the order of writing", async ({
  mara,
  jon,
}) => {
  await begin(mara, jon);
  const tab = await anotherTab(mara);
  await tab.context().setOffline(true);
  await isOffline(mara.page);
  await isOffline(tab);
  const small = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
  const waiting = (count: number) =>
    expect.poll(async () => (await storageOf(tab)).records, { message: `${count} wait` }).toBe(count);
  const words = canary();
  await mara.write(SAY, words);
  await mara.press("Say it");
  await waiting(1);
  await expect(tab.getByRole("button", { name: "On its way …" })).toBeVisible(); // the other tab knows
  await small(tab, "Thank you");
  await waiting(2);
  await small(mara.page, "I’m sorry");
  await waiting(3);
  await tab.context().setOffline(false);

  for (const page of [mara.page, tab, jon.page]) {
    await expect(said(page).getByText("I’m sorry")).toBeVisible();
    const all = (await said(page).textContent()) ?? "";
    const order = [words, "Thank you", "I’m sorry"].map((one) => all.indexOf(one));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    for (const one of [words, "Thank you", "I’m sorry"]) expect(all.split(one)).toHaveLength(2);
  }
  await waiting(0);
});

test("signing out while something waits asks first, and leaves nothing", async ({ mara, jon }) => {
  await begin(mara, jon);
  await signIn(mara, "goes@example.org");
  await mara.page.reload();
  await mara.isConnected();
  const words = canary();
  await writeOffline(mara, words);
  // In this order: nothing goes out in between.
  await mara.page.context().routeWebSocket(/socket\.io/, (socket) => socket.close());
  await mara.page.context().setOffline(false);
  await mara.page.goto("/sign-in");
  await mara.press("Sign out");
  const question = mara.page.getByRole("dialog", { name: "Sign out now?" });
  await expect(question).toContainText("Something you wrote has not gone out yet.");
  await expectNoViolationsInAnyLight(mara.page, "the question before signing out");
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(question).toBeHidden();
  expect((await storageOf(mara.page)).records).toBe(1);

  await mara.press("Sign out");
  await question.getByRole("button", { name: "Sign out anyway" }).click();
  await expect(mara.page).toHaveURL(/\/$/);
  const left = await storageOf(mara.page);
  expect(left.databases).toEqual([]);
  expect(left.text.includes(words)).toBe(false);
});

test("leaving quickly leaves nothing, in no tab", async ({ mara, jon }) => {
  await begin(mara, jon);
  const tab = await anotherTab(mara);
  await writeOffline(mara, canary());
  const home = new URL(mara.page.url()).origin;
  await mara.press("Leave quickly");
  await expect(mara.page).not.toHaveURL(new RegExp(home));
  await mara.page.context().setOffline(false);
  const page = await mara.page.context().newPage();
  await page.goto(`${home}/api/health`); // a page that keeps nothing itself
  await expect.poll(async () => (await storageOf(page)).databases).toEqual([]);
  await expect(tab.getByRole("button", { name: "On its way …" })).toBeHidden();
});

test("a sign-in that was ended elsewhere takes along what waited on that device", async ({
  mara,
  jon,
  newPartner,
}) => {
  await begin(mara, jon);
  await signIn(mara, "ended@example.org");
  await mara.page.reload();
  await mara.isConnected();
  const desk = await newPartner("Mara’s desk");
  await signIn(desk, "ended@example.org");
  await writeOffline(mara, canary());
  await desk.calls("/api/devices/end-others", {});
  await mara.page.context().setOffline(false);
  await expect(mara.text("You are signed out on this device.")).toBeVisible();
  await expect.poll(async () => (await storageOf(mara.page)).databases).toEqual([]);
});

test("begun on two devices: one is asked which of the two holds, and nobody else sees either", async ({
  newPartner,
  jon,
}) => {
  const phone = await newPartner("Mara", {
    ...PHONE,
    userAgent:
      "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36",
  });
  await begin(phone, jon);
  await signIn(phone, "two@example.org");
  await phone.page.reload();
  await phone.isConnected();
  const desk = await newPartner("Mara’s desk");
  await signIn(desk, "two@example.org");
  await desk.page.goto(phone.page.url());
  await desk.isConnected();

  const [onPhone, atDesk] = [`On the train, ${canary()}`, `At home, ${canary()}`];
  await desk.write(SAY, atDesk);
  await phone.write(SAY, onPhone);
  await phone.page.getByLabel(SAY).blur();
  await desk.page.getByLabel(SAY).blur();
  const question = desk.page.getByRole("region", { name: "From another device" });
  await expect(question).toContainText("You began this on your phone too."); // without a reload
  await expect(question).toContainText(onPhone);
  await expect(desk.page.getByLabel(SAY)).toHaveValue(atDesk);
  await expectNoViolationsInAnyLight(desk.page, "a draft on another device");
  const onPhonePage = phone.page.getByRole("region", { name: "From another device" });
  await expect(onPhonePage).toContainText("You began this on your computer too.");
  await fits(phone.page);
  await expectNoViolationsInAnyLight(phone.page, "a draft on another device, on a phone");

  await question.getByRole("button", { name: "Continue with that" }).click();
  await expect(question).toBeHidden();
  await expect(desk.page.getByLabel(SAY)).toHaveValue(onPhone);
  await desk.page.reload();
  await expect(desk.page.getByLabel(SAY)).toHaveValue(onPhone);
  await expect(question).toBeHidden();
  expect(await jon.page.content()).not.toContain("canary");
  await desk.press("Say it");
  await jon.reads(onPhone);
  await expect(jon.text(atDesk)).toHaveCount(0);
});
