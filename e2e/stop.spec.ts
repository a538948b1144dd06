import { expectNoViolationsInAnyLight } from "./support/axe";
import { fits } from "./support/fits";
import { expect, test } from "./support/journey";

// Where the link in a notice leads. That one press stops them is shown in app/api/notices/stop/stop.int.test.ts: here,
// as there, a link that is nobody's is answered like any other.

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const ADDRESS = `/stop/${"A".repeat(43)}`;

test("one sentence and one button, without a sign-in, on a phone, by the keyboard alone", async ({
  newPartner,
}) => {
  const somebody = await newPartner("Somebody", PHONE);
  const { page } = somebody;
  const response = await page.goto(ADDRESS);
  expect(response?.headers()["referrer-policy"]).toBe("no-referrer");
  expect(response?.headers()["cache-control"]).toContain("no-store");
  expect(response?.headers()["set-cookie"]).toBeUndefined();
  await expect(page).toHaveTitle("Notices");
  await fits(page);
  await expectNoViolationsInAnyLight(page, "to stop");
  await somebody.button("Stop these notices").focus();
  await page.keyboard.press("Enter");
  const done = page.getByRole("heading", { name: "Nothing more will be sent" });
  await expect(done).toBeFocused();
  await expect(page.getByText("You can turn it on again in settings.")).toBeVisible();
  await expect(somebody.button("Stop these notices")).toHaveCount(0);
  await fits(page);
  await expectNoViolationsInAnyLight(page, "stopped");
});

test("opening it asks the server for nothing; a press that is not heard may be made again", async ({
  newPartner,
}) => {
  const somebody = await newPartner("Somebody");
  const { page } = somebody;
  const calls: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/")) calls.push(`${request.method()} ${new URL(request.url()).pathname}`);
  });
  await page.goto(ADDRESS);
  await expect(somebody.button("Stop these notices")).toBeEnabled();
  expect(calls).toEqual([]);
  await page.context().setOffline(true);
  await somebody.press("Stop these notices");
  await expect(page.getByRole("main").getByRole("alert")).toBeFocused();
  await expectNoViolationsInAnyLight(page, "not reached");
  await page.context().setOffline(false);
  await somebody.press("Stop these notices");
  await expect(page.getByRole("heading", { name: "Nothing more will be sent" })).toBeVisible();
  expect(new Set(calls)).toEqual(new Set([`POST /api/notices${ADDRESS}`]));
});

test("in the language of the browser, whoever's mail it was", async ({ newPartner }) => {
  for (const [locale, title, press] of [
    ["de-DE", "Hinweise", "Keine Hinweise mehr"],
    ["es-ES", "Avisos", "No recibir más avisos"],
  ] as const) {
    const somebody = await newPartner("Somebody", { locale });
    await somebody.page.goto(ADDRESS);
    await expect(somebody.page).toHaveTitle(title);
    await expect(somebody.button(press)).toBeVisible();
  }
});

test("an address that tries to lead the press elsewhere leads it nowhere", async ({ mara }) => {
  await mara.start();
  await mara.page.goto("/stop/..%2F..%2Fsign-out");
  await mara.press("Stop these notices");
  await expect(mara.page.getByRole("heading", { name: "Nothing more will be sent" })).toBeVisible();
  await mara.page.goto("/settings");
  await expect(mara.page).toHaveURL("/settings"); // she is signed in still
});
