import type { Page } from "@playwright/test";
import { expectNoViolationsInAnyLight } from "./support/axe";
import { fits } from "./support/fits";
import { expect, test } from "./support/journey";
import { dayFrom, keeps, share } from "./support/lasting";

const DAY = 86_400_000;
const WHAT = "I write when I will be later than said.";

const promise = (page: Page) => page.getByRole("article", { name: WHAT });
/** How the latest of its days looks. */
const latest = (page: Page) =>
  promise(page).getByRole("list", { name: "The days of this promise" }).locator("li").last();

test("a promise is offered, kept, missed, made good and left to rest; both pages show it at once", async ({
  mara,
  jon,
  newPartner: _,
}) => {
  const spaceId = await share(mara, jon);
  await jon.page.goto(`/commitments/${spaceId}`);
  await expect(jon.text("Nothing is promised here yet.")).toBeVisible();
  await mara.page.goto("/commitments");
  await mara.page.getByRole("link", { name: "Offer a promise" }).click();
  await mara.write("What will I do?", WHAT);
  await mara.text("Every day", { exact: true }).click();
  await mara.write("How will the other know?", "A message on your phone.");
  await mara.press("Offer it");

  // Jon's page was open all the time.
  await expect(jon.text(WHAT)).toBeVisible();
  await expectNoViolationsInAnyLight(jon.page, "an offer on /commitments");
  await jon.press("Yes, agreed");
  await expect(promise(jon.page)).toContainText("Every day");
  await mara.page.goto(`/commitments/${spaceId}`);
  await expect(latest(mara.page)).toContainText("nothing said yet");
  // Only who promised it is asked.
  await expect(jon.button("I kept it")).toHaveCount(0);
  await mara.press("I missed it");
  await expect(latest(mara.page)).toContainText("missed");
  await expect(latest(jon.page)).toContainText("missed");

  await jon.text("Day by day").click();
  await expect(jon.text("Mara says they missed it.")).toBeVisible();
  await jon.press("Say how you saw it");
  await jon.text("I saw it differently", { exact: true }).click();
  await jon.page.getByLabel(/^Would you like to say more/).fill("You did call, only late.");
  await jon.press("Say so");

  await mara.text("Day by day").click();
  await expect(mara.text("Jon saw it differently.")).toBeVisible();
  await expect(mara.text("You did call, only late.")).toBeVisible();
  await mara.press("Make it good");
  await mara.write("What happened?", "My phone was empty.");
  await mara.write("What do you do now?", "I carry the cable with me.");
  await mara.press("Say so");
  await expect(latest(mara.page)).toContainText("missed, and made good");
  await expect(latest(jon.page)).toContainText("missed, and made good");
  await expect(jon.text("I carry the cable with me.")).toBeVisible();
  await expectNoViolationsInAnyLight(mara.page, "a promise made good");

  await mara.server.forward(DAY);
  await mara.page.reload();
  await mara.press("I kept it");
  await expect(latest(mara.page)).toContainText(/: kept$/);

  await mara.press("Let it rest for a while");
  await mara.write("The first day", dayFrom(mara, 1));
  await mara.write("The last day", dayFrom(mara, 2));
  await mara.press("Ask Jon");
  await jon.press("Yes, let it rest");
  await mara.server.forward(2 * DAY);
  await mara.page.reload();
  await expect(latest(mara.page)).toContainText("left out by both");
  await expect(mara.button("I kept it")).toHaveCount(0);
});

test("on a phone, with both promising, in free words from long ago, and after one has left", async ({
  newPartner,
}) => {
  const phone = { viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true };
  const mara = await newPartner("Mara", phone);
  const jon = await newPartner("Jon", phone);
  const spaceId = await share(mara, jon);
  const repeat = `daily ${dayFrom(mara, -20)}/${dayFrom(mara, 60)} UTC`;
  const words = { what: WHAT, repeat, sign: "We sit down.", whose: "both" };
  const offer = await keeps(mara, spaceId, { kind: "offer", sort: "commitment", words });
  await keeps(jon, spaceId, { kind: "accept", answers: offer });
  for (const { page } of [mara, jon]) await page.goto(`/commitments/${spaceId}`);
  await mara.press("I kept it");
  await expect(latest(mara.page)).toContainText("nothing said yet");
  await jon.press("I kept it");
  await expect(latest(mara.page)).toContainText(/: kept$/);
  await fits(mara.page);
  await mara.page.goto("/home");
  await expect(mara.page.getByRole("list", { name: "The days of this promise" }).locator("li")).toHaveCount(
    10,
  );
  await fits(mara.page);

  await jon.calls(`/api/spaces/${spaceId}/leave`, { words: "leave" });
  await mara.page.goto(`/commitments/${spaceId}`);
  await expect(mara.text("Jon has left this space.")).toBeVisible();
  await expect(promise(mara.page)).toBeVisible();
  await expect(mara.page.getByRole("button", { name: /kept|rest/ })).toHaveCount(0);
});

test("refused on the way: what was typed stays, with the reason beside it", async ({ mara, jon }) => {
  const spaceId = await share(mara, jon);
  await mara.page.goto(`/agreements/${spaceId}/new?sort=commitment`);
  await mara.write("What will I do?", WHAT);
  await mara.write("How will the other know?", "A message.");
  await mara.text("Every day", { exact: true }).click();
  await mara.write("Until", dayFrom(mara, 6 * 366));
  await mara.press("Offer it");
  await expect(mara.text("That is longer than five years.")).toBeVisible();
  await mara.write("Until", "");
  await mara.press("Offer it");
  await expect(mara.text("Please answer this one.")).toBeVisible();
  await expect(mara.page.getByLabel("What will I do?")).toHaveValue(WHAT);
  await mara.page.context().setOffline(true);
  await mara.write("Until", dayFrom(mara, 30));
  await mara.press("Offer it");
  await expect(mara.text("Evenground cannot be reached just now.")).toBeVisible();
  await expect(mara.page.getByLabel("What will I do?")).toHaveValue(WHAT);
  await mara.page.context().setOffline(false);
  await mara.press("Offer it");
  await expect(mara.page).toHaveURL(/\/(agreements|commitments)\/[0-9a-f-]{36}$/);
  await jon.page.goto(`/commitments/${spaceId}`);
  await expect(jon.text(WHAT)).toHaveCount(1);
});
