import ICAL from "ical.js";
import { expectNoViolationsInAnyLight } from "./support/axe";
import { fits } from "./support/fits";
import { expect, test } from "./support/journey";
import { begin, type Partner } from "./support/partner";

// When two go on: a wish each, and a time that suits both. They live in different zones.

const DAY = 86_400_000;

/** Opens the place for it, and gives what is inside. */
async function openPlace({ page }: Partner) {
  await page.getByRole("button", { name: /^When we go on/ }).click();
  return page.getByRole("dialog", { name: "When we go on" });
}

test("a wish is read by the other, and a time is suggested, agreed on, taken along and called off", async ({
  newPartner,
  server,
}) => {
  const mara = await newPartner("Mara", { timezoneId: "Europe/Berlin" });
  const jon = await newPartner("Jon", { timezoneId: "Europe/London" });
  await begin(mara, jon);

  const mine = await openPlace(mara);
  await mine.getByRole("button", { name: "This week" }).click();
  await expect(mine.getByRole("button", { name: "This week", pressed: true })).toBeVisible();
  await expect(jon.text("Mara would like to go on this week.")).toBeVisible();

  // Half past seven in Berlin, in three days: half past six in London, in winter and in summer.
  const day = new Date(server.now() + 3 * DAY).toISOString().slice(0, "2027-03-01".length);
  await mine.getByLabel("Suggest a time to talk").fill(`${day}T19:30`);
  await expect(mine.getByText(/By the clock of this device \(Central European/)).toBeVisible();
  await mine.getByRole("button", { name: "Suggest it" }).click();
  await expect(mine.getByText(/^You have suggested a time to talk: .* at 7:30\sPM\.$/)).toBeVisible();
  await mine.getByRole("button", { name: "Close" }).click();

  await expect(jon.text(/^Mara suggests a time to talk: .* at 6:30\sPM\.$/)).toBeVisible();
  await expectNoViolationsInAnyLight(jon.page, "a suggested time");
  await jon.press("Yes");
  await expect(jon.text(/^You have both set aside .* at 6:30\sPM\.$/)).toBeVisible();
  await expect(mara.text(/^You have both set aside .* at 7:30\sPM\.$/)).toBeVisible();

  const his = await openPlace(jon);
  await expectNoViolationsInAnyLight(jon.page, "when we go on");
  const link = his.getByRole("link", { name: "Add to calendar" });
  const file = await jon.page.request.get((await link.getAttribute("href")) ?? "");
  const [event] = new ICAL.Component(ICAL.parse(await file.text())).getAllSubcomponents("vevent");
  const inBerlin = new ICAL.Event(event).startDate
    .toJSDate()
    .toLocaleString("sv-SE", { timeZone: "Europe/Berlin" });
  expect(inBerlin).toBe(`${day} 19:30:00`);
  await his.getByRole("button", { name: "Send it to my address" }).click();
  await expect(his.getByText("There is no e-mail address of yours here yet.")).toBeVisible();
  await his.getByRole("button", { name: "Call it off" }).click();
  await expect(his.getByText("You called the time off.")).toBeVisible();
  await expect(link).toBeHidden();
  await expect(mara.text("Jon called the time off.")).toBeVisible();
});

test("a no asks for no reason; what does not go is said, and what was typed stays", async ({
  mara,
  jon,
  server,
}) => {
  await begin(mara, jon);
  const place = await openPlace(mara);
  const field = place.getByLabel("Suggest a time to talk");
  await place.getByRole("button", { name: "Suggest it" }).click();
  const tooFar = new Date(server.now() + 91 * DAY).toISOString().slice(0, "2027-03-01T19:30".length);
  await field.fill(tooFar);
  await place.getByRole("button", { name: "Suggest it" }).click();
  await expect(place.getByText("Please choose a time between 5 minutes and 90 days from now.")).toBeVisible();
  await expect(field).toHaveValue(tooFar);
  await field.fill(new Date(server.now() + DAY).toISOString().slice(0, "2027-03-01T19:30".length));
  await place.getByRole("button", { name: "Suggest it" }).click();
  await jon.press("Not then");
  await expect(place.getByText("Jon would rather talk at another time.")).toBeVisible();
});

test("by keyboard, at 320 px", async ({ newPartner }) => {
  const narrow = { viewport: { width: 320, height: 640 } };
  const mara = await newPartner("Mara", narrow);
  const jon = await newPartner("Jon", narrow);
  await begin(mara, jon);
  const open = mara.page.getByRole("button", { name: /^When we go on/ });
  await open.focus();
  await mara.page.keyboard.press("Enter");
  const place = mara.page.getByRole("dialog", { name: "When we go on" });
  await expect(place).toBeVisible();
  await fits(mara.page);
  expect(await place.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await place.getByRole("button", { name: "Today" }).focus();
  await mara.page.keyboard.press("Enter");
  await expect(jon.text("Mara would like to go on today.")).toBeVisible();
  await fits(jon.page);
  await mara.page.keyboard.press("Escape");
  await expect(open).toBeFocused();
});
