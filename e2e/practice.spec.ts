import type { Page } from "@playwright/test";
import { expectNoViolationsInAnyLight } from "./support/axe";
import { fits } from "./support/fits";
import { expect, test } from "./support/journey";
import { keeps, share } from "./support/lasting";
import type { Partner } from "./support/partner";
import { signIn } from "./support/sign-in";
import { asksIn, EVERYTHING } from "./support/with-therapist";

/** Somebody with an address says on the page who they are, and is on their practice then. */
async function becomesTherapist(winter: Partner): Promise<void> {
  const { page } = winter;
  await page.goto("/practice");
  await page.getByRole("link", { name: "Say who you are" }).click();
  await winter.press("Keep this");
  await expect(winter.text("Please choose one of the two.")).toBeVisible();
  await winter.write("Name", "Dr. Winter");
  await winter.write("Practice", "Practice at the park");
  await winter.write("Registration number", "PT-4711");
  await winter.write("Where you are licensed", "Berlin, Germany");
  await winter.write("Languages you work in", "German, English");
  await page.getByRole("radio", { name: "I keep no secrets between you" }).check();
  await winter.press("Keep this");
  await expect(page).toHaveURL(/\/practice$/);
  await expect(page.getByRole("heading", { level: 1, name: "Practice" })).toBeVisible();
}

const finder = (page: Page) => page.getByLabel("Find a couple by name");

test("a therapist says who they are; a couple shares, is read, and takes it back", async ({
  mara,
  jon,
  newPartner,
}) => {
  const spaceId = await share(mara, jon);
  const offer = await keeps(mara, spaceId, {
    kind: "offer",
    sort: "milestone",
    words: { what: "A whole evening out", month: "2030-01" },
  });
  await keeps(jon, spaceId, { kind: "accept", answers: offer });
  const winter = await newPartner("Winter");
  await signIn(winter, "winter@example.org");
  await becomesTherapist(winter);
  await expectNoViolationsInAnyLight(winter.page, "a practice without couples");
  const id = await asksIn(mara, winter, spaceId);

  // Before both have said yes: who asked, and nothing else.
  await winter.page.goto(`/practice/${id}`);
  await expect(winter.page.getByRole("heading", { level: 1 })).toHaveText("Mara");
  await expect(winter.text("Nothing is shared yet")).toBeVisible();
  await expect(winter.page.getByText("Jon")).toHaveCount(0);
  await mara.calls(`/api/engagements/${id}/consent`, EVERYTHING);
  await winter.page.reload();
  await expect(winter.text("Nothing is shared yet")).toBeVisible();

  await jon.calls(`/api/engagements/${id}/consent`, EVERYTHING);
  await winter.page.reload();
  await expect(winter.page.getByRole("heading", { level: 1 })).toHaveText("Mara and Jon");
  await expect(winter.text("Both partners can see that you looked at this.")).toBeVisible();
  await expect(winter.text("A whole evening out").first()).toBeVisible();
  await expectNoViolationsInAnyLight(winter.page, "a couple who share");
  await fits(winter.page);

  await jon.calls(`/api/engagements/${id}/withdraw`, {});
  await winter.page.reload();
  await expect(winter.text("Nothing is shared yet")).toBeVisible();
  await expect(winter.page.getByText("A whole evening out")).toHaveCount(0);
  await expect(winter.page.getByText("Jon")).toHaveCount(0);

  // To anybody else there is no such page.
  const other = await mara.page.goto(`/practice/${id}`);
  expect(other?.status()).toBe(404);
});

test("a therapist begins with two couples, finds one, makes a link anew and ends the work", async ({
  newPartner,
}) => {
  const phone = { viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true };
  const winter = await newPartner("Winter", phone);
  await signIn(winter, "winter-phone@example.org");
  await becomesTherapist(winter);
  await fits(winter.page);
  await winter.press("Begin with a couple");
  const first = winter.page.getByLabel("The link for the first", { exact: true });
  await expect(first).toHaveValue(/\/j\//);
  await expect(winter.page.getByLabel("The link for the second", { exact: true })).toHaveValue(/\/j\//);
  const before = await first.inputValue();
  await winter.press("Make a new first link");
  await expect(first).not.toHaveValue(before);
  await fits(winter.page);
  await expectNoViolationsInAnyLight(winter.page, "two links");

  const mara = await newPartner("Mara", phone);
  const link = new URL(await first.inputValue());
  const claim = { secret: link.hash.slice(1), name: "Mara" };
  await mara.calls(`/api/invitations/${link.pathname.slice("/j/".length)}/claim`, claim);
  await winter.page.reload();
  await expect(winter.page.getByRole("heading", { level: 1 })).toHaveText("Mara");
  await expect(first).toHaveCount(0);

  await winter.page.goto("/practice");
  await winter.press("Begin with a couple");
  await expect(first).toBeVisible();
  await winter.page.goto("/practice");
  await finder(winter.page).fill("mára");
  await expect(winter.page.getByRole("heading", { level: 3 })).toHaveText(["Mara"]);
  await finder(winter.page).fill("nobody like this");
  await expect(winter.text("Nobody with this name is here.")).toBeVisible();
  await finder(winter.page).fill("");

  await winter.page.getByRole("link", { name: "Mara", exact: true }).click();
  await winter.page.getByRole("link", { name: "End the work with this couple" }).click();
  await winter.text("5 years", { exact: true }).click();
  await expectNoViolationsInAnyLight(winter.page, "the end of the work");
  await winter.press("End the work");
  await winter.press("Yes, end it");
  await expect(winter.text("Nothing of this couple is open to you any more.")).toBeVisible();
  await winter.page.goto("/practice");
  await expect(winter.page.getByRole("heading", { level: 3 })).toHaveText(["A couple"]);
});

test("a guest is told that it takes an address, and a changed policy what it comes to", async ({
  mara,
  jon,
  newPartner,
}) => {
  await share(mara, jon);
  await mara.page.goto("/practice/profile");
  await expect(mara.page.getByRole("link", { name: "Give an address" })).toBeVisible();
  await expect(mara.button("Keep this")).toHaveCount(0);
  await mara.page.getByText("More", { exact: true }).click();
  await expect(mara.page.getByRole("link", { name: "Practice", exact: true })).toHaveCount(0);

  const winter = await newPartner("Winter");
  await signIn(winter, "winter-policy@example.org");
  await becomesTherapist(winter);
  await winter.page.getByText("More", { exact: true }).click();
  await expect(winter.page.getByRole("link", { name: "Practice", exact: true })).toBeVisible();
  await winter.page.goto("/practice/profile");
  const warning = winter.text("every couple you work with is asked again");
  await expect(warning).toHaveCount(0);
  await winter.page.getByRole("radio", { name: "Some things may stay between us" }).check();
  await expect(warning).toBeVisible();
  await expectNoViolationsInAnyLight(winter.page, "a profile");
  await winter.press("Keep this");
  await expect(winter.text("Kept.")).toBeVisible();
});
