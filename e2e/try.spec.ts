import type { Locator, Page } from "@playwright/test";
import { expectNoViolationsInAnyLight } from "./support/axe";
import { fits } from "./support/fits";
import { expect, test } from "./support/journey";

const WIDE = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** One of the two sides, and what one does there. */
class Side {
  readonly region: Locator;

  constructor(
    readonly page: Page,
    readonly name: "Mara" | "Jon",
  ) {
    this.region = page.getByRole("region", { name: `${name}’s side` });
  }

  async press(name: string): Promise<void> {
    await this.region.getByRole("button", { name, exact: true }).click();
  }

  async write(question: string, words: string): Promise<void> {
    await this.region.getByLabel(question, { exact: true }).fill(words);
  }

  async isTold(banner: string): Promise<void> {
    await expect(this.region.getByRole("heading", { level: 2 }).first()).toHaveText(banner);
  }

  async reads(words: string): Promise<void> {
    await expect(this.region.getByRole("group", { name: "What was said" }).getByText(words)).toBeVisible();
  }
}

function bothSides(page: Page) {
  return { mara: new Side(page, "Mara"), jon: new Side(page, "Jon") };
}

/** Everything a page asks for from now on that could carry words away: calls of any kind, and sockets. */
function watchCalls(page: Page): readonly string[] {
  const calls: string[] = [];
  page.on("websocket", (socket) => calls.push(socket.url()));
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (request.method() !== "GET" || /^\/(api|socket)/.test(pathname))
      calls.push(`${request.method()} ${pathname}`);
  });
  return calls;
}

test("from the first page: one person plays both sides through a whole turn, and nothing leaves the window", async ({
  newPartner,
}) => {
  const { page } = await newPartner("Somebody", WIDE);
  const calls = watchCalls(page);
  await page.goto("/");
  await page.getByRole("link", { name: "See how it works" }).click();
  const { mara, jon } = bothSides(page);
  await mara.press("I will try to keep to this");
  await mara.isTold("Thank you. Jon reads it too.");
  await jon.press("I will try to keep to this");
  await mara.isTold("You have the floor.");
  await jon.isTold("Mara speaks. You listen.");
  await expect(mara.region.getByText("You have the floor.")).toBeInViewport();
  await mara.write("What would you like to say?", "I would like to know before eleven.");
  await mara.press("Say it");
  await jon.reads("I would like to know before eleven.");
  await jon.write("Say back what you heard", "You want to know before eleven.");
  await jon.press("Is that it?");
  await mara.reads("You want to know before eleven.");
  await mara.press("Partly");
  await mara.write("What was missing?", "Not after.");
  await mara.press("Say what was missing");
  await jon.reads("Mara: partly. “Not after.”");
  await jon.write("Say back what you heard, with what was missing", "Before eleven, and not after.");
  await jon.press("Is that it?");
  await mara.press("Yes, that’s it");
  await mara.press("Pass the floor");
  await jon.isTold("You have the floor.");
  await mara.isTold("Jon speaks. You listen.");

  expect(calls).toEqual([]);
  const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  expect(kept).toEqual([0, 0, ""]);
  await page.reload();
  await mara.isTold("Read this first, each of you.");
  await expect(page.getByText("I would like to know before eleven.")).toBeHidden();
});

test("examples are there for those who only look, and one can start over", async ({ newPartner }) => {
  const { page } = await newPartner("Somebody", WIDE);
  await page.goto("/try");
  const { mara, jon } = bothSides(page);
  for (const side of [mara, jon]) await side.press("I will try to keep to this");
  for (const [speaker, listener] of [
    [mara, jon],
    [jon, mara],
  ] as const) {
    await speaker.press("Use an example");
    await speaker.press("Say it");
    await listener.press("Use an example");
    await listener.press("Is that it?");
    await speaker.press("Yes, that’s it");
    await speaker.press("I was heard");
  }
  for (const side of [mara, jon]) await side.press("I’d rather not say");
  for (const side of [mara, jon]) await side.press("I’d rather not say");
  await jon.isTold("You have come to the end of this conversation.");
  await expect(jon.region.getByText("Here nothing is kept.")).toBeVisible();
  await page.getByRole("button", { name: "Start over" }).click();
  await mara.isTold("Read this first, each of you.");
  await expect(jon.region.getByRole("group", { name: "What was said" })).toBeHidden();
});

test("on a phone: one side at a time, and where something is asked is told", async ({ newPartner }) => {
  const { page } = await newPartner("Somebody", PHONE);
  const calls = watchCalls(page);
  await page.goto("/try");
  const { mara, jon } = bothSides(page);
  const marasSide = page.getByRole("button", { name: "Mara’s side" });
  const jonsSide = page.getByRole("button", { name: "Jon’s side" });
  await expect(marasSide).toHaveAttribute("aria-pressed", "true");
  await expect(jon.region).toBeHidden();
  await mara.press("I will try to keep to this");
  await expect(page.getByText("Jon is asked something now.")).toBeAttached();
  await expect(jonsSide).toBeFocused(); // the button that was pressed is gone; this is where it goes on
  await jonsSide.click();
  await expect(mara.region).toBeHidden();
  await jon.press("I will try to keep to this");
  await expect(page.getByText("Mara is asked something now.")).toBeAttached();
  await marasSide.click();
  await mara.write("What would you like to say?", "One thing.");
  await mara.press("Say it");
  await jonsSide.click();
  await jon.reads("One thing.");
  await jon.write("Say back what you heard", "One thing, back.");
  await expect(jon.region.getByRole("button", { name: "Is that it?" })).toBeInViewport();
  await jon.press("Is that it?");
  await marasSide.click();
  await mara.press("Yes, that’s it");
  await mara.press("Pass the floor");
  await jonsSide.click();
  await jon.isTold("You have the floor.");
  expect(calls).toEqual([]);
});

test("on a phone, by keyboard: the focus goes from side to side with the question", async ({
  newPartner,
}) => {
  const { page } = await newPartner("Somebody", PHONE);
  await page.goto("/try");
  const { mara, jon } = bothSides(page);
  await mara.region.getByRole("button", { name: "I will try to keep to this" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Jon’s side" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(jon.region.getByRole("button", { name: "I will try to keep to this" })).toBeFocused();
});

test("another guide can be tried, with the same two seats", async ({ newPartner }) => {
  const { page } = await newPartner("Somebody", WIDE);
  await page.goto("/try");
  await page.getByLabel("Try another guide").selectOption("Owning it");
  await page.getByRole("button", { name: "Try it" }).click();
  await expect(page).toHaveURL(/\/try\?guide=owning-it$/);
  const { mara, jon } = bothSides(page);
  for (const side of [mara, jon])
    await expect(side.region.getByRole("heading", { level: 2 }).first()).toBeVisible();
  await page.goto("/try?guide=letting-go"); // for one alone: there is no other side
  await expect(page.getByLabel("Try another guide")).toHaveValue("speak-and-reflect");
});

for (const [size, device] of [
  ["wide", WIDE],
  ["a phone", PHONE],
] as const)
  test(`axe finds nothing on both sides, ${size}`, async ({ newPartner }) => {
    const { page } = await newPartner("Somebody", device);
    await page.goto("/try");
    await expectNoViolationsInAnyLight(page, "at first");
    const { mara, jon } = bothSides(page);
    const show = async (side: Side) => {
      const button = page.getByRole("button", { name: `${side.name}’s side` });
      if (await button.isVisible()) await button.click();
    };
    for (const side of [mara, jon]) {
      await show(side);
      await side.press("I will try to keep to this");
    }
    await show(mara);
    await mara.press("Use an example");
    await expectNoViolationsInAnyLight(page, "an example");
    await mara.press("Say it");
    await show(jon);
    await jon.press("Use an example");
    await expectNoViolationsInAnyLight(page, "to be said back");
    await jon.press("Is that it?");
    await show(mara);
    await mara.press("Stop here for now");
    await expectNoViolationsInAnyLight(page, "stop?");
    await page.getByRole("dialog").getByRole("button", { name: "Stop here" }).click();
    await expectNoViolationsInAnyLight(page, "stopped");
  });

test("at 320 px nothing is cut off", async ({ newPartner }) => {
  const { page } = await newPartner("Somebody", { ...PHONE, viewport: { width: 320, height: 640 } });
  await page.goto("/try");
  await fits(page);
  const { mara, jon } = bothSides(page);
  await mara.press("I will try to keep to this");
  await page.getByRole("button", { name: "Jon’s side" }).click();
  await jon.press("I will try to keep to this");
  await page.getByRole("button", { name: "Mara’s side" }).click();
  await mara.press("Use an example");
  await fits(page);
});
