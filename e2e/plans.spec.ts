import type { Page } from "@playwright/test";
import ICAL from "ical.js";
import { expectNoViolationsInAnyLight } from "./support/axe";
import { expect, test } from "./support/journey";
import { keeps, share } from "./support/lasting";
import type { Partner } from "./support/partner";

const DAY = 86_400_000;
const RISOTTO = "Cook the lemon risotto";

/** A day from now, as the calendar of the server's clock has it. */
const dayAhead = ({ server }: Partner, days: number) =>
  new Date(server.now() + days * DAY).toISOString().slice(0, "2026-11-28".length);

/** Both look at the plans of their space, and nothing is missed from now on. */
async function lookAtPlans(spaceId: string, ...partners: readonly Partner[]): Promise<void> {
  for (const { page } of partners) {
    await page.goto(`/plans/${spaceId}`);
    await isWatching(page);
  }
}

const isWatching = (page: Page) => expect(page.locator("[data-watching=true]")).toBeAttached();
const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

/** One suggests a risotto in so many days, and the other says yes: by the calls of docs/wire.md. */
async function agreeOnRisotto(mara: Partner, jon: Partner, spaceId: string, days: number) {
  const words = { what: RISOTTO, on: dayAhead(mara, days), place: "At home", who: "Mara shops, Jon cooks" };
  const seq = await keeps(mara, spaceId, { kind: "offer", sort: "plan", words });
  await keeps(jon, spaceId, { kind: "accept", answers: seq });
}

async function eventsAt(partner: Partner, address: string) {
  const response = await partner.page.request.get(address);
  expect(response.status()).toBe(200);
  expect(response.headers()["content-type"]).toContain("text/calendar");
  expect(response.headers()["cache-control"]).toContain("no-store");
  const whole = new ICAL.Component(ICAL.parse(await response.text()));
  return whole.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
}

test("a plan is suggested and agreed to; both pages show it at once, and home does", async ({
  mara,
  jon,
}) => {
  const spaceId = await share(mara, jon);
  await lookAtPlans(spaceId, mara, jon);
  await expect(mara.text("Nothing is planned yet.")).toBeVisible();
  await mara.page.getByRole("link", { name: "Suggest a plan" }).click();
  await mara.write("What is the plan?", RISOTTO);
  await mara.page.getByLabel("When?").fill(dayAhead(mara, 3));
  await mara.page.getByLabel(/^At what time\?/).fill("19:30");
  await mara.page.getByLabel(/^Where\?/).fill("At home");
  await mara.write("Who takes care of it?", "Mara shops, Jon cooks");
  await mara.press("Offer it");
  await expect(mara.page).toHaveURL(/\/plans\//);
  await isWatching(mara.page);

  await expect(jon.page.getByRole("heading", { name: "Mara suggests a plan" })).toBeVisible();
  await jon.press("Yes, agreed");
  for (const { page } of [mara, jon]) {
    const line = section(page, "To come").getByRole("listitem").filter({ hasText: RISOTTO });
    await expect(line).toContainText("at 19:30");
    await expect(line).toContainText("At home");
    await expect(line).toContainText("Mara shops, Jon cooks");
    await expectNoViolationsInAnyLight(page, "a plan to come");
  }
  await mara.page.goto(`/home/${spaceId}`);
  await expect(section(mara.page, "Plans")).toContainText(RISOTTO);
  await expect(mara.page.getByRole("listitem").filter({ hasText: "Good things ahead" })).toContainText(
    "the next on",
  );
});

test("what was suggested waits on the home page of the other, and of nobody else; looking answers nothing", async ({
  mara,
  jon,
}) => {
  const spaceId = await share(mara, jon);
  await jon.page.goto(`/home/${spaceId}`);
  await isWatching(jon.page);
  const words = { what: RISOTTO, on: dayAhead(mara, 3), who: "Both" };
  await keeps(mara, spaceId, { kind: "offer", sort: "plan", words });
  const waits = section(jon.page, "What waits for you");
  await expect(waits.getByRole("link", { name: /Mara suggests a plan/ })).toBeVisible();
  await mara.page.goto(`/home/${spaceId}`);
  await expect(mara.text("suggests a plan")).toHaveCount(0);
  await waits.getByRole("link", { name: /Mara suggests a plan/ }).click();
  await jon.press("No");
  await expect(jon.button("No")).toHaveCount(0); // taken: whoever leaves the page before that has said nothing
  await jon.page.goto(`/home/${spaceId}`);
  await expect(jon.text("Mara suggests a plan")).toHaveCount(0);
});

test("how it was is shown when both have written, and before that neither learns whether the other has", async ({
  mara,
  jon,
  server,
}) => {
  const spaceId = await share(mara, jon);
  await agreeOnRisotto(mara, jon, spaceId, 1);
  await server.forward(2 * DAY);
  await lookAtPlans(spaceId, mara, jon);
  const asked = section(jon.page, "How was it?");
  await expect(asked).toContainText(RISOTTO);
  const before = (await jon.page.locator("main").textContent()) ?? "";

  await mara.press("Keep this line");
  await expect(mara.text("Please write a line.")).toBeVisible();
  await mara.page.getByRole("textbox", { name: "How was it?" }).fill("We laughed about the lemons.");
  await mara.press("Keep this line");
  await expect(mara.text("Shown when both of you have written.")).toBeVisible();
  await jon.page.reload();
  await isWatching(jon.page);
  await expect(jon.page.locator("main")).toHaveText(before);
  expect(await jon.page.content()).not.toContain("lemons.");

  await jon.page.getByRole("textbox", { name: "How was it?" }).fill("Too much pepper, and I liked it.");
  await jon.press("Keep this line");
  for (const { page } of [mara, jon]) {
    await page.getByText("What has been", { exact: true }).click();
    await expect(page.getByText("We laughed about the lemons.")).toBeVisible();
    await expect(page.getByText("Too much pepper, and I liked it.")).toBeVisible();
    await expectNoViolationsInAnyLight(page, "how it was");
  }
});

test("a line that could not be kept stays in its box", async ({ mara, jon, server }) => {
  const spaceId = await share(mara, jon);
  await agreeOnRisotto(mara, jon, spaceId, 1);
  await server.forward(2 * DAY);
  await lookAtPlans(spaceId, mara);
  await mara.page.context().setOffline(true);
  await mara.page.getByRole("textbox", { name: "How was it?" }).fill("We laughed.");
  await mara.press("Keep this line");
  await expect(mara.page.getByRole("alert").filter({ hasText: /\w/ })).toBeVisible();
  await expect(mara.page.getByRole("textbox", { name: "How was it?" })).toHaveValue("We laughed.");
  await mara.page.context().setOffline(false);
  await mara.press("Keep this line");
  await expect(mara.text("Shown when both of you have written.")).toBeVisible();
});

test("a small step is reached when both have said so, each alone", async ({ mara, jon }) => {
  const spaceId = await share(mara, jon);
  const words = { what: "A night by the sea", month: dayAhead(mara, 40).slice(0, "2026-12".length) };
  const seq = await keeps(mara, spaceId, { kind: "offer", sort: "milestone", words });
  await keeps(jon, spaceId, { kind: "accept", answers: seq });
  await lookAtPlans(spaceId, mara, jon);
  await mara.press("It is reached: A night by the sea");
  await expect(mara.text("It is when Jon says so too.")).toBeVisible();
  await expect(jon.text("Mara has said that it is reached.")).toBeVisible();
  await jon.press("It is reached: A night by the sea");
  for (const { page } of [mara, jon]) {
    await expect(section(page, "Reached")).toContainText("A night by the sea");
    await expect(section(page, "Reached")).toContainText("you both said so");
  }
});

test("a calendar program reads the plans by a secret address, until it is made anew or stopped", async ({
  mara,
  jon,
}) => {
  const spaceId = await share(mara, jon);
  await agreeOnRisotto(mara, jon, spaceId, 3);
  await lookAtPlans(spaceId, mara);
  await mara.press("Make an address");
  const address = await mara.page.getByLabel("The address").inputValue();
  await expect(mara.text("Whoever has this address can read")).toBeVisible();
  await expectNoViolationsInAnyLight(mara.page, "the address");
  const [event, ...others] = await eventsAt(mara, address);
  expect(others).toEqual([]);
  expect(event?.summary).toBe("Something planned");
  expect(event?.startDate.toString()).toBe(dayAhead(mara, 3));

  await mara.page.reload();
  await expect(mara.text("Make a new address")).toBeVisible();
  await expect(mara.page.getByLabel("The address")).toHaveCount(0);
  await mara.text("The words of the plan", { exact: true }).click();
  await mara.press("Make a new address");
  const anew = await mara.page.getByLabel("The address").inputValue();
  expect((await mara.page.request.get(address)).status()).toBe(404);
  expect((await eventsAt(mara, anew))[0]?.summary).toBe(RISOTTO);
  await mara.press("Stop it");
  await expect(mara.text("The address leads nowhere now.")).toBeVisible();
  expect((await mara.page.request.get(anew)).status()).toBe(404);
});

test("one plan is taken along as a file, that says nothing unless one wants it to", async ({ mara, jon }) => {
  const spaceId = await share(mara, jon);
  await agreeOnRisotto(mara, jon, spaceId, 3);
  await lookAtPlans(spaceId, jon);
  await jon.text("For your calendar", { exact: true }).click();
  const addressOf = async (name: string) =>
    (await jon.page.getByRole("link", { name }).getAttribute("href")) ?? "";
  expect((await eventsAt(jon, await addressOf("As “Something planned”")))[0]?.summary).toBe(
    "Something planned",
  );
  expect((await eventsAt(jon, await addressOf("In its own words")))[0]?.summary).toBe(RISOTTO);
  const [download] = await Promise.all([
    jon.page.waitForEvent("download"),
    jon.page.getByRole("link", { name: "As “Something planned”" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("day.ics");
});

test("something kind lies there until it is opened; its words are not on the page before, and nobody is told", async ({
  mara,
  jon,
}) => {
  const spaceId = await share(mara, jon);
  await jon.page.goto(`/home/${spaceId}`);
  await isWatching(jon.page);
  await mara.page.goto(`/home/${spaceId}`);
  await isWatching(mara.page);
  await mara.page.getByLabel("Something you noticed about Jon").fill("You asked twice, and waited.");
  await mara.press("Leave it for Jon");
  await expect(mara.text("It is there for Jon, to open when they like.")).toBeVisible();
  await expect(mara.page.getByLabel("Something you noticed about Jon")).toHaveValue("");

  await expect(jon.text("There is something kind here for you.")).toBeVisible();
  await jon.page.reload();
  expect(await jon.page.content()).not.toContain("waited");
  await expectNoViolationsInAnyLight(jon.page, "something kind");
  await mara.page.reload();
  await isWatching(mara.page);
  const before = (await mara.page.locator("main").textContent()) ?? "";
  await jon.press("Open it");
  await expect(jon.text("You asked twice, and waited.")).toBeVisible();
  await expect(jon.text("There is something kind here for you.")).toHaveCount(0);
  await mara.page.reload();
  await isWatching(mara.page);
  await expect(mara.page.locator("main")).toHaveText(before);

  await jon.page.getByRole("link", { name: "Read them again" }).click();
  await expect(section(jon.page, "From Mara")).toContainText("You asked twice, and waited.");
  await mara.page.getByRole("link", { name: "Read them again" }).click();
  await expect(section(mara.page, "From you")).toContainText("You asked twice, and waited.");
});

test("for somebody else there are no such pages", async ({ mara, jon, newPartner }) => {
  const spaceId = await share(mara, jon);
  const sam = await newPartner("Sam");
  await sam.start();
  for (const page of [`/plans/${spaceId}`, `/home/${spaceId}/kind-words`, "/plans/x"])
    expect([page, (await sam.page.request.get(page)).status()]).toEqual([page, 404]);
  await sam.page.goto("/plans");
  await expect(sam.page).toHaveURL(/\/plans\/[0-9a-f-]{36}$/);
});

test("where the other has left, what was planned is there to read, and nothing new begins", async ({
  mara,
  jon,
  server,
}) => {
  const spaceId = await share(mara, jon);
  await agreeOnRisotto(mara, jon, spaceId, 1);
  await lookAtPlans(spaceId, mara);
  const address = await mara.calls<{ readonly url: string }>(`/api/spaces/${spaceId}/calendar`, {});
  const others = await jon.calls<{ readonly url: string }>(`/api/spaces/${spaceId}/calendar`, {});
  await jon.calls(`/api/spaces/${spaceId}/leave`, { words: "leave" });
  await server.forward(2 * DAY);
  await lookAtPlans(spaceId, mara);
  await expect(mara.text("Jon has left this space.")).toBeVisible();
  await expect(mara.text(RISOTTO)).toBeVisible();
  await expect(mara.page.getByRole("textbox")).toHaveCount(0);
  await expect(mara.page.getByRole("link", { name: /Suggest a plan|Change or end/ })).toHaveCount(0);
  expect((await eventsAt(mara, address.url))[0]?.summary).toBe("Something planned");
  expect((await mara.page.request.get(others.url)).status()).toBe(404);
  await mara.press("Stop it");
  await expect(mara.text("The address leads nowhere now.")).toBeVisible();
});
