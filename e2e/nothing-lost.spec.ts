import { expect, test } from "./support/journey";
import { begin, turn } from "./support/partner";

test("a reload in the middle of typing brings the words back, on a second device too", async ({
  mara,
  jon,
  newPartner,
}) => {
  await begin(mara, jon);
  const box = mara.page.getByLabel("What would you like to say?");
  await box.fill("I had begun to");
  await box.blur(); // leaving the field keeps it at once
  const second = await newPartner("Mara");
  await second.page.context().addCookies(await mara.page.context().cookies());
  await expect(async () => {
    await second.page.goto(mara.page.url());
    await expect(second.page.getByLabel("What would you like to say?")).toHaveValue("I had begun to", {
      timeout: 500,
    });
  }).toPass();
  await mara.page.reload();
  await expect(box).toHaveValue("I had begun to");
});

test("killed in the middle and started again: both go on, nothing lost, nothing twice", async ({
  mara,
  jon,
  server,
}) => {
  await begin(mara, jon);
  await mara.say("Before the cut.");
  await jon.reads("Before the cut.");

  await server.kill();
  await expect(mara.text("No connection just now. Nothing is lost")).toBeVisible();
  await jon.write("Say back what you heard", "What I heard before the cut.");
  await jon.press("Is that it?");
  await expect(jon.button("On its way …")).toBeVisible();
  await server.start();

  await mara.isConnected();
  await mara.reads("What I heard before the cut.");
  for (const { page } of [mara, jon]) {
    await expect(page.getByText("What I heard before the cut.")).toHaveCount(1);
    await expect(page.getByText("Before the cut.", { exact: true })).toHaveCount(1);
  }
  await mara.press("Yes, that’s it");
  await mara.press("Pass the floor");
  await turn(jon, mara, "And after it.");
});

test("offline: the page says so, keeps the words, and sends them once when it is back", async ({
  mara,
  jon,
}) => {
  await begin(mara, jon);
  await mara.page.context().setOffline(true);
  await expect(mara.text("No connection just now. Nothing is lost")).toBeVisible();
  await mara.write("What would you like to say?", "Said in a tunnel.");
  await mara.press("Say it");
  await mara.page.context().setOffline(false);
  await mara.isConnected();
  await jon.reads("Said in a tunnel.");
  await expect(jon.text("Said in a tunnel.")).toHaveCount(1);
});

test("two browsers on one seat agree, and a stale one gets its words back with the reason", async ({
  mara,
  jon,
}) => {
  await begin(mara, jon);
  await mara.say("One thing.");
  // Tabs of one browser share what waits; another browser with the same sign-in knows nothing of it.
  const elsewhere = await jon.browser.newContext({ storageState: await jon.page.context().storageState() });
  const tab = await elsewhere.newPage();
  await tab.goto(jon.page.url());
  await expect(tab.locator("[data-connected=true]")).toBeVisible();
  // Both lose the line; what they write then meets afterwards.
  for (const context of [elsewhere, jon.page.context()]) await context.setOffline(true);
  await tab.getByLabel("Say back what you heard").fill("From the second browser.");
  await tab.getByRole("button", { name: "Is that it?" }).click();
  await jon.write("Say back what you heard", "From the first browser.");
  await jon.press("Is that it?");
  for (const context of [elsewhere, jon.page.context()]) await context.setOffline(false);

  const first = jon.page.getByRole("region", { name: "What was said" });
  const second = tab.getByRole("region", { name: "What was said" });
  await expect(first.getByRole("article")).toHaveCount(2);
  await expect(second.getByRole("article")).toHaveCount(2);
  const kept = await first.getByRole("article").last().textContent();
  expect(await second.getByRole("article").last().textContent()).toBe(kept);
  const loser = kept?.includes("second") ? jon.page : tab;
  await expect(
    loser
      .getByRole("main")
      .getByRole("alert")
      .getByText(/From the (first|second) browser\./),
  ).toBeVisible();
  await elsewhere.close();
});
