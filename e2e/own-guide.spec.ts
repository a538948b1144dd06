import { readFileSync, writeFileSync } from "node:fs";
import { expectNoViolationsInAnyLight } from "./support/axe";
import { fits } from "./support/fits";
import { expect, test } from "./support/journey";
import { share } from "./support/lasting";
import type { Partner } from "./support/partner";
import { worksWith } from "./support/with-therapist";

async function asksBothFor(winter: Partner, id: string, guide: string): Promise<void> {
  await winter.page.goto(`/practice/${id}/ask`);
  await winter.page.getByLabel("Which guide?").selectOption({ label: guide });
  await winter.press("Ask for it");
  await expect(winter.text("It is asked.")).toBeVisible();
}

test("a guide of one’s own: written, asked of both, done apart, and changed while they use it", async ({
  mara,
  jon,
  newPartner,
}, info) => {
  test.setTimeout(180_000);
  const spaceId = await share(mara, jon);
  const winter = await newPartner("Winter");
  const id = await worksWith(winter, { mara, jon }, { spaceId });
  const { page } = winter;

  // From nothing: what is missing is said, and leads to its place.
  await page.goto("/practice");
  await page.getByRole("link", { name: "Your own guides" }).click();
  await winter.press("Begin with nothing");
  await expect(page.getByRole("link", { name: "Title" })).toBeVisible();
  await expect(winter.button("Make a version")).toBeDisabled();
  await winter.write("Title", "Two questions");
  await winter.write("What it is for", "To say one thing each.");
  await winter.write("How it goes, in one sentence", "Each writes, both read.");
  for (const [number, order] of [
    [1, "first"],
    [2, "second"],
  ] as const) {
    await winter.write(`Part ${number}, as whoever chooses it says it`, `I come ${order}`);
    await winter.write(`Part ${number}, as it is told to whoever gets it`, `You come ${order}`);
  }
  await winter.press("Something to read");
  const first = page.getByRole("region", { name: "Step 1: Something to read" });
  await first.getByLabel("What the step is called").fill("Before you write");
  await first.getByLabel("What is to be read, a line each").fill("Take your time.");
  await first.getByLabel("What the button says").fill("We will");
  await winter.press("Questions to answer in writing");
  const second = page.getByRole("region", { name: "Step 2: Questions to answer in writing" });
  await second.getByLabel("What the step is called").fill("What helped");
  await second.getByLabel("What it asks, in a few sentences").fill("Think of this week.");
  await second.getByRole("button", { name: "Add a question" }).click();
  await expect(winter.text("Step 2", { exact: true })).toBeVisible();
  await second.getByLabel("Question 1", { exact: true }).fill("What helped you this week?");
  await expect(winter.button("Make a version")).toBeEnabled();

  // Each seat’s page, as it is written.
  const preview = page.getByRole("region", { name: "What they see" });
  await expect(preview.getByText("What helped you this week?")).toBeVisible();
  await expect(preview.getByText("The other reads this once both have written.")).toBeVisible();
  await preview.getByRole("radio", { name: "You, as their therapist" }).check();
  await expect(preview.getByText("You read it when they do.")).toBeVisible();
  await expect(preview.getByText("What helped you this week?")).toHaveCount(0);
  await expectNoViolationsInAnyLight(page, "writing a guide");
  await page.setViewportSize({ width: 320, height: 700 });
  await fits(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await winter.press("Make a version");
  await expect(winter.text("Newest version: 1.")).toBeVisible();
  const address = page.url();

  // The couple does it apart, neither ever there with the other; in the middle of it it is changed.
  await asksBothFor(winter, id, "Two questions (your own, version 1)");
  await mara.page.goto(`/home/${spaceId}/asked`);
  await mara.press("Begin the conversation");
  await mara.isConnected();
  await mara.isReady();
  await mara.press("We will");
  const { conversationId } = mara;
  await mara.goAway();
  await jon.page.goto(`/home/${spaceId}/asked`);
  await jon.page.getByRole("link", { name: "Open the conversation" }).click();
  await jon.isConnected();
  await jon.isReady();
  await jon.press("We will");
  await jon.page.getByRole("textbox", { name: "What helped you this week?" }).fill("That you came.");
  await jon.press("Keep my answer");
  await jon.goAway();

  await page.goto(address);
  await second.getByLabel("Question 1", { exact: true }).fill("What was hard this week?");
  await winter.press("Make a version");
  await expect(winter.text("Newest version: 2.")).toBeVisible();
  await mara.comesTo(conversationId);
  await expect(mara.page.getByText("That you came.")).toHaveCount(0);
  await mara.page.getByRole("textbox", { name: "What helped you this week?" }).fill("That you called.");
  await mara.press("Keep my answer");
  await mara.reads("That you came.");
  await mara.goAway();
  await jon.comesTo(conversationId);
  await jon.reads("That you called.");
  await expect(jon.page.getByText("What was hard this week?")).toHaveCount(0);
  for (const partner of [mara, jon]) {
    await partner.page.goto(`/home/${spaceId}/asked`);
    await partner.press("I have done this");
    await expect(partner.text("You said that it is done.")).toBeVisible();
  }
  await page.goto(`/practice/${id}/ask`);
  for (const name of ["Mara", "Jon"]) await expect(winter.text(`${name}: done`)).toBeVisible();

  // Taken out, and brought in again; what is no guide is refused with where and why.
  await page.goto(address);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Take it out as a file" }).click();
  const file = await (await downloading).path();
  const guide = JSON.parse(readFileSync(file, "utf8")) as { steps: { title: string }[] };
  await page.goto("/practice/guides");
  const bring = async (name: string, content: string) => {
    const path = info.outputPath(name);
    writeFileSync(path, content);
    await page.getByLabel("Bring in a file").setInputFiles(path);
  };
  await bring("large.json", `"${"x".repeat(5_000_000)}"`);
  await expect(winter.text("This is larger than 2,000 kB.")).toBeVisible();
  await bring("no.json", "no guide");
  await expect(winter.text(/this is no JSON file/)).toBeVisible();
  await bring("many.json", JSON.stringify({ ...guide, steps: Array(10_000).fill(guide.steps[0]) }));
  await expect(winter.text(/The steps: these are too many/)).toBeVisible();
  await bring("markup.json", JSON.stringify(guide).replace("Before you write", "<b>Before</b>"));
  await expect(winter.text(/Step 1: here is markup/)).toBeVisible();
  await expectNoViolationsInAnyLight(page, "a guide that is refused");
  const posted = await page.request.post("/api/practice/guides", {
    data: { guideId: crypto.randomUUID(), from: { kind: "file", guide: "x".repeat(5_000_000) } },
    headers: { Origin: winter.server.url },
  });
  expect([posted.status(), await posted.json()]).toEqual([
    413,
    { refusal: { kind: "too-large", limit: 2_000_000 } },
  ]);
  await bring("guide.json", JSON.stringify(guide));
  await expect(page).toHaveURL(/\/practice\/guides\/[0-9a-f-]{36}$/);
  expect(page.url()).not.toBe(address);
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Two questions");
});
