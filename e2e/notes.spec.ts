import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectNoViolationsInAnyLight } from "./support/axe";
import { fits } from "./support/fits";
import { expect, test } from "./support/journey";
import { begin, type Partner } from "./support/partner";
import { signIn } from "./support/sign-in";

const PROFILE = {
  name: "Dr. Winter",
  practice: "Practice at the park",
  registration: "PT-4711",
  jurisdiction: "Berlin, Germany",
  languages: "German, English",
  secrets: "none",
};
const EVERYTHING = {
  later: true,
  lasting: true,
  answers: true,
  checkIns: true,
  record: true,
  secrets: "none",
};

/** A couple in conversation, and a therapist to whom both have opened it. */
async function atWork(mara: Partner, jon: Partner, winter: Partner) {
  await begin(mara, jon);
  const { conversationId } = mara;
  await mara.say("I waited for you until nine.");
  await mara.page.goto("/home");
  await expect(mara.page).toHaveURL(/\/home\/[0-9a-f-]{36}$/);
  const spaceId = new URL(mara.page.url()).pathname.split("/").at(-1) ?? "";
  await signIn(winter, `winter-${spaceId}@example.org`);
  await winter.calls("/api/therapist", PROFILE);
  const asked = await mara.calls<{ readonly invitation: { readonly url: string } }>(
    `/api/spaces/${spaceId}/therapists/invite`,
    {},
  );
  const link = new URL(asked.invitation.url);
  const { engagementId } = await winter.calls<{ readonly engagementId: string }>(
    `/api/invitations/${link.pathname.slice("/j/".length)}/claim`,
    { secret: link.hash.slice(1) },
  );
  const consents = async (who: Partner, changes: object = {}) =>
    who.calls(`/api/engagements/${engagementId}/consent`, {
      ...{ ...EVERYTHING, conversations: { [conversationId]: "start" } },
      ...changes,
    });
  for (const partner of [mara, jon]) await consents(partner);
  return { conversationId, spaceId, engagementId, consents };
}

/** The same page on the smallest phone. */
async function fitsOnPhone(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 700 });
  await fits(page);
  if (before) await page.setViewportSize(before);
}

/** What comes when this link is followed. */
async function downloaded(page: Page, link: string): Promise<Buffer> {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: link, exact: true }).click();
  return readFileSync(await (await coming).path());
}

test("a note stays with its author: kept while one writes, taken along, destroyed", async ({
  mara,
  jon,
  newPartner,
}) => {
  test.setTimeout(120_000);
  const winter = await newPartner("Winter");
  const { engagementId, spaceId } = await atWork(mara, jon, winter);
  const { page } = winter;
  await page.goto(`/practice/${engagementId}`);
  await page.getByRole("link", { name: "Your notes" }).click();
  await expect(winter.text("Neither partner can read them")).toBeVisible();
  await page.getByRole("link", { name: "Write a note" }).click();
  await winter.write("Title", "First meeting");
  await winter.write("Your note", "Both were quiet at first.");
  await expect(winter.text("Kept.")).toBeVisible();
  await expect(page).toHaveURL(/\/notes\/[0-9a-f-]{36}$/);
  await expectNoViolationsInAnyLight(page, "a note");
  await fitsOnPhone(page);

  await page.reload();
  await expect(page.getByLabel("Your note", { exact: true })).toHaveValue("Both were quiet at first.");
  const notePage = page.url();
  await page.getByRole("link", { name: "All notes" }).click();
  await expect(page.getByRole("link", { name: "First meeting" })).toBeVisible();
  await expectNoViolationsInAnyLight(page, "all notes");
  await fitsOnPhone(page);
  const file = JSON.parse((await downloaded(page, "For machines (JSON)")).toString());
  expect(file.works[0].notes[0].words.text).toBe("Both were quiet at first.");
  expect((await downloaded(page, "As a PDF")).subarray(0, 5).toString()).toBe("%PDF-");

  // To the two there is nothing of it anywhere.
  for (const partner of [mara, jon]) {
    expect((await partner.page.goto(notePage))?.status()).toBe(404);
    expect((await partner.page.goto(`/practice/${engagementId}/notes`))?.status()).toBe(404);
    await partner.page.goto(`/home/${spaceId}/therapist`);
    await expect(partner.page.getByText(/First meeting|quiet at first/)).toHaveCount(0);
  }

  // The work ends: what the two share is closed, and the notes are there until their day.
  await winter.calls(`/api/engagements/${engagementId}/end`, { keepDays: 30 });
  await page.goto("/practice");
  await page.getByRole("region", { name: "Ended work" }).getByRole("link").click();
  await expect(winter.text("Nothing of this couple is open to you any more.")).toBeVisible();
  await page.getByRole("link", { name: "Your notes" }).click();
  await expect(winter.text(/They are kept until/)).toBeVisible();
  await page.getByRole("link", { name: "First meeting" }).click();
  await expect(page).toHaveURL(notePage);
  await winter.press("Destroy");
  await winter.press("Destroy it");
  await expect(winter.text("There are none here.")).toBeVisible();
});

test("a summary with a quote is read by both, and a record is made of the work", async ({
  mara,
  jon,
  newPartner,
}) => {
  test.setTimeout(120_000);
  const winter = await newPartner("Winter");
  const { engagementId, spaceId, consents } = await atWork(mara, jon, winter);
  const { page } = winter;
  await page.goto(`/practice/${engagementId}`);
  await page.getByRole("link", { name: "Summaries" }).click();
  await winter.press("Share it …");
  await expect(winter.text("Please write something first.")).toBeVisible();
  await winter.write("Summary", "You found words for a long evening.");
  await page.getByRole("button", { name: /^Choose from “Speak and reflect”/ }).click();
  await winter.press("Quote this");
  await expect(winter.button("Leave this out")).toBeVisible();
  await expectNoViolationsInAnyLight(page, "a summary that is written");
  await fitsOnPhone(page);
  await winter.press("Share it …");
  const preview = page.getByRole("dialog");
  await expect(preview.getByText("You found words for a long evening.")).toBeVisible();
  await expect(preview.getByText("I waited for you until nine.")).toBeVisible();
  await expectNoViolationsInAnyLight(page, "a summary before it is shared");
  await winter.press("Share it with both");
  await expect(preview).toBeHidden();
  await expect(winter.button("Take it back")).toBeVisible();

  for (const partner of [mara, jon]) {
    await partner.page.goto(`/home/${spaceId}/therapist`);
    await partner.page.getByRole("link", { name: "Summaries" }).click();
    await expect(partner.text("You found words for a long evening.")).toBeVisible();
    await expect(partner.text("I waited for you until nine.")).toBeVisible();
    await expect(partner.text("Mara, in “Speak and reflect”")).toBeVisible();
    await fitsOnPhone(partner.page);
  }
  await expectNoViolationsInAnyLight(jon.page, "summaries, as both read them");

  await page.goto(`/practice/${engagementId}`);
  await page.getByRole("link", { name: "A record of the work" }).click();
  await expectNoViolationsInAnyLight(page, "a record");
  await fitsOnPhone(page);
  const record = JSON.parse((await downloaded(page, "For machines (JSON)")).toString());
  expect(record.summaries[0].text).toBe("You found words for a long evening.");
  expect((await downloaded(page, "As a PDF")).subarray(0, 5).toString()).toBe("%PDF-");
  for (const partner of [mara, jon]) {
    await partner.page.goto(`/home/${spaceId}/therapist`);
    await expect(partner.text(/Dr\. Winter made a record on/)).toHaveCount(2);
  }

  // One of the two leaves it out of their list: it is said what it takes, and not whose list it is.
  await consents(jon, { record: false });
  await page.reload();
  await expect(winter.text("A record can be made only while both partners have")).toBeVisible();
  await expect(page.getByText("Jon")).toHaveCount(0);

  await page.goto(`/practice/${engagementId}/summaries`);
  await winter.press("Take it back");
  await winter.press("Yes, take it back");
  await expect(winter.text(/Neither of the two reads it any more/)).toBeVisible();
  await mara.page.goto(`/home/${spaceId}/summaries`);
  await expect(mara.text(/Dr\. Winter took this summary back on/)).toBeVisible();
  await expect(mara.page.getByText("You found words for a long evening.")).toHaveCount(0);
});
