import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import type { Page, TestInfo } from "@playwright/test";
import { expectNoViolationsInAnyLight } from "./support/axe";
import { fits } from "./support/fits";
import { expect, test } from "./support/journey";
import { dayFrom, keeps, share } from "./support/lasting";
import type { Partner } from "./support/partner";

// What holds between two people: offered, put into other words, crossed, looked at again, ended; and on paper.

const DAY = 86_400_000;
const ABOUT = "Reading each other’s messages.";
const THEN = "then"; // a question's id, and nothing to wait for

const boundary = (partner: Partner, more: object = {}) => ({
  behaviour: ABOUT,
  why: "I want to be asked.",
  whose: "both",
  [THEN]: "I put my phone away and say so.",
  review: dayFrom(partner, 30),
  ...more,
});

/** A boundary that holds between two who share a space. */
async function withBoundary(mara: Partner, jon: Partner): Promise<string> {
  const spaceId = await share(mara, jon);
  const offer = await keeps(mara, spaceId, { kind: "offer", sort: "boundary", words: boundary(mara) });
  await keeps(jon, spaceId, { kind: "accept", answers: offer });
  return spaceId;
}

async function openBoundary({ page }: Partner, spaceId: string): Promise<void> {
  await page.goto(`/agreements/${spaceId}`);
  await page.getByRole("link", { name: ABOUT }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A boundary for both of you");
  await isWatching(page);
}

/** What the other does from here on shows at once. */
const isWatching = (page: Page) => expect(page.locator("[data-watching=true]")).toHaveCount(1);

test("a boundary is offered, said in other words and agreed to; both pages show it at once", async ({
  mara,
  jon,
}) => {
  const spaceId = await share(mara, jon);
  await jon.page.goto(`/agreements/${spaceId}`);
  await expect(jon.text("Nothing holds yet.")).toBeVisible();
  await isWatching(jon.page);
  await mara.page.goto("/agreements");
  await mara.page.getByRole("link", { name: "Put a boundary into words" }).click();
  await mara.write("What is it about?", ABOUT);
  await mara.write("Why does it matter to you?", "I want to be asked.");
  await mara.text("It holds for both of us", { exact: true }).click();
  await mara.write("What will I do if it is crossed?", "I leave the room.");
  await mara.write("When do we look at it again?", dayFrom(mara, 30));
  await expectNoViolationsInAnyLight(mara.page, "an offer");
  await mara.press("Offer it");
  await isWatching(mara.page);

  await jon.press("Suggest something else");
  await jon.write("What will I do if it is crossed?", "I put my phone away and say so.");
  await jon.press("Offer it like this");
  await mara.press("Yes, agreed");
  await expect(jon.page.getByRole("link", { name: ABOUT })).toBeVisible();
  await expectNoViolationsInAnyLight(jon.page, "what holds");
  await openBoundary(jon, spaceId);
  await expect(jon.text("I put my phone away and say so.")).toBeVisible();
  await expect(jon.text("I leave the room.")).toHaveCount(0);
});

test("a boundary is crossed, seen differently, and ended by one; both pages show it at once", async ({
  mara,
  jon,
}) => {
  const spaceId = await withBoundary(mara, jon);
  await openBoundary(mara, spaceId);
  await openBoundary(jon, spaceId);
  await mara.press("It was crossed");
  await mara.write("What happened?", "My phone lay open on the table.");
  await mara.write("What happened next?", "I said so.");
  await mara.press("Write it down for both of us");
  await expect(jon.text("My phone lay open on the table.")).toBeVisible();
  await jon.text("I saw it differently", { exact: true }).click();
  await jon.page.getByLabel(/^Would you like to say more/).fill("I only moved it.");
  await jon.press("Say so");
  await expect(mara.text("Jon saw it differently.")).toBeVisible();
  await expect(mara.text("I only moved it.")).toBeVisible();
  await expectNoViolationsInAnyLight(mara.page, "a boundary that was crossed");

  await jon.press("End it now");
  await jon.press("Leave it as it is");
  await jon.press("End it now");
  await jon.press("End it");
  await expect(mara.text("Jon ended it on")).toBeVisible();
  await expect(mara.button("Suggest a change")).toHaveCount(0);
  await mara.page.goto(`/agreements/${spaceId}`);
  await mara.text("What has ended").click();
  await expect(mara.page.getByRole("link", { name: ABOUT })).toBeVisible();
});

test("on its day it is looked at again: kept until another day by both, with both wordings to be read", async ({
  mara,
  jon,
}) => {
  const spaceId = await withBoundary(mara, jon);
  await openBoundary(jon, spaceId);
  await expect(jon.button("Keep it")).toHaveCount(0);
  await jon.server.forward(31 * DAY);
  await jon.page.reload();
  await jon.press("Keep it");
  await jon.write("When do we look at it again?", dayFrom(jon, -1));
  await jon.press("Suggest keeping it until then");
  await expect(jon.text("That day is over.")).toBeVisible();
  await jon.write("When do we look at it again?", dayFrom(jon, 60));
  await jon.press("Suggest keeping it until then");
  await openBoundary(mara, spaceId);
  await mara.page.getByRole("button", { name: /^Yes, / }).click();
  await expect(jon.page.getByRole("heading", { name: "How it came to be" })).toBeVisible();
  await expect(jon.text(/suggested these words on/).first()).toBeVisible();
  await expectNoViolationsInAnyLight(jon.page, "a boundary with its history");
});

test("two amendments at once: the second one’s words stay, and the newer is shown", async ({ mara, jon }) => {
  const spaceId = await withBoundary(mara, jon);
  await openBoundary(mara, spaceId);
  await mara.press("Suggest a change");
  await mara.write("Why does it matter to you?", "I would like to be asked.");
  await mara.press("Suggest it like this");
  await openBoundary(jon, spaceId);
  for (const partner of [mara, jon]) {
    await partner.page.getByRole("button", { name: /^(Change it|Suggest something else)$/ }).click();
    await partner.write("Why does it matter to you?", `As ${partner.name} would say it.`);
  }
  await jon.press("Offer it like this");
  await expect(mara.text("Jon has changed it meanwhile.")).toBeVisible();
  await expect(mara.page.getByLabel("Why does it matter to you?")).toHaveValue("As Mara would say it.");
  await expect(mara.text("As Jon would say it.").first()).toBeVisible();
});

test("on paper: a page and a PDF with a fingerprint that shows a copy to be unchanged", async ({
  mara,
  jon,
  newPartner,
}, testInfo) => {
  const spaceId = await withBoundary(mara, jon);
  await mara.page.goto(`/agreements/${spaceId}`);
  await mara.page.getByRole("link", { name: "Print", exact: true }).click();
  await expect(mara.text(ABOUT)).toBeVisible();
  await expectNoViolationsInAnyLight(mara.page, "for paper");
  await mara.page.goto(`/agreements/${spaceId}`);
  const coming = mara.page.waitForEvent("download");
  await mara.page.getByRole("link", { name: "PDF", exact: true }).click();
  const text = readBack(await (await coming).path(), testInfo);
  expect(text).toContain("I put my phone away and say so.");
  const [fingerprint = ""] = /(?:[0-9a-f]{4}\s+){15}[0-9a-f]{4}/.exec(text) ?? [];

  // Either of the two may have it checked; to a stranger the page is not there.
  await jon.page.goto(`/agreements/${spaceId}/proof`);
  await jon.write("Fingerprint of the copy", fingerprint);
  await jon.press("Check");
  await expect(jon.text("It holds today.")).toBeVisible();
  await jon.write(
    "Fingerprint of the copy",
    fingerprint.replace(/[0-9a-f]/, (sign) => (sign === "0" ? "1" : "0")),
  );
  await jon.press("Check");
  await expect(
    jon.text("This is the fingerprint of nothing that the two of you have agreed on here."),
  ).toBeVisible();
  await expectNoViolationsInAnyLight(jon.page, "a copy that was changed");
  const eve = await newPartner("Eve");
  const answer = await eve.page.request.get(`/api/spaces/${spaceId}/agreements/paper`);
  expect(answer.status()).toBe(404);
});

/** The PDF is whole, and its text as another program reads it. */
function readBack(path: string, testInfo: TestInfo): string {
  execFileSync("qpdf", ["--check", path]);
  const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
  writeFileSync(testInfo.outputPath("agreements.txt"), text);
  return text;
}

test("nothing is wider than a phone", async ({ newPartner }) => {
  const phone = { viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true };
  const [mara, jon] = [await newPartner("Mara", phone), await newPartner("Jon", phone)];
  const spaceId = await withBoundary(mara, jon);
  for (const path of ["", "/new", "/print", "/proof"]) {
    await mara.page.goto(`/agreements/${spaceId}${path}`);
    await fits(mara.page);
  }
  await openBoundary(mara, spaceId);
  await fits(mara.page);
  await mara.text("More", { exact: true }).click();
  await fits(mara.page);
});
