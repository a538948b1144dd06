import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { expectNoViolations } from "./support/axe";
import { fits } from "./support/fits";
import { expect, test } from "./support/journey";
import { begin } from "./support/partner";

test("everything of one's own is packed, saved and read without us", async ({ mara, jon }, testInfo) => {
  await begin(mara, jon);
  await mara.say("I lay there doing the sums again.");
  await jon.write("Say back what you heard", "You were counting <i>again</i>");
  await jon.page.getByLabel("Say back what you heard", { exact: true }).blur();

  await mara.page.setViewportSize({ width: 360, height: 740 });
  await mara.page.goto("/settings/take-out");
  await expectNoViolations(mara.page, "take out");
  await fits(mara.page);
  await mara.press("Pack everything");
  await expect(mara.text("It is ready, for one hour.")).toBeVisible();
  await expectNoViolations(mara.page, "take out, ready");
  const [download] = await Promise.all([
    mara.page.waitForEvent("download"),
    mara.page.getByRole("link", { name: "Save the file" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^record-\d{4}-\d\d-\d\d\.zip$/);
  const saved = testInfo.outputPath("record.zip");
  await download.saveAs(saved);
  const files = unzipSync(readFileSync(saved));
  expect(Object.keys(files)).toEqual(["record.html", "record.json"]);

  const record = JSON.parse(strFromU8(files["record.json"] ?? new Uint8Array()));
  expect(record.person.name).toBe("Mara");
  expect(JSON.stringify(record)).toContain("I lay there doing the sums again.");
  expect(JSON.stringify(record)).not.toContain("You were counting"); // not sent: it is Jon’s alone

  const page = await mara.page.context().newPage();
  await page.setContent(strFromU8(files["record.html"] ?? new Uint8Array()));
  await expect(page.getByRole("heading", { name: "With Jon" })).toBeVisible();
  await expect(page.getByText("I lay there doing the sums again.")).toBeVisible();
  await expectNoViolations(page, "the record");
  await page.screenshot({ path: testInfo.outputPath("record.png"), fullPage: true });
});
