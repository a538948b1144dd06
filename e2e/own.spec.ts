import { expectNoViolationsInAnyLight } from "./support/axe";
import { fits } from "./support/fits";
import { expect, test } from "./support/journey";
import { begin, type Partner } from "./support/partner";
import { storageOf } from "./support/storage";

// What is somebody’s alone: check-ins and letters, with the one answer and the one letter that the other gets.

const HOPE = "I have hope for the two of us";

async function checkIn({ page }: Partner, hope: number, note: string): Promise<void> {
  await page.goto("/check-ins");
  await page.getByRole("link", { name: "How is it now?" }).click();
  await page.getByRole("group", { name: HOPE }).getByLabel(String(hope), { exact: true }).check();
  await page.getByLabel("Is there something these sentences do not say?").fill(note);
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page).toHaveURL(/\/check-ins$/);
}

test("a check-in is one’s own; one answer of it is shared, and taken back without a trace", async ({
  mara,
  jon,
}) => {
  await begin(mara, jon);
  await mara.page.goto("/check-ins/now");
  await mara.press("Keep it");
  await expect(mara.text("One answer is enough, or a note.")).toBeVisible();
  await expectNoViolationsInAnyLight(mara.page, "how is it now");
  await checkIn(mara, 4, "A quiet week.");
  await expect(mara.text("You have done this within the last day.")).toBeVisible();
  await checkIn(mara, 6, "");
  await expectNoViolationsInAnyLight(mara.page, "check-ins");
  await fits(mara.page);

  await mara.page.getByRole("link", { name: HOPE }).click();
  await expect(mara.page.getByRole("heading", { level: 1 })).toHaveText(HOPE);
  await expectNoViolationsInAnyLight(mara.page, "a line");
  const point = mara.page.getByRole("link", { name: /4 of 10/ });
  await point.focus();
  await mara.page.keyboard.press("Enter");
  await expect(mara.page).toHaveURL(/\/check-ins\/[0-9a-f-]{36}#hope$/);
  const hope = mara.page.getByRole("listitem").filter({ hasText: HOPE });
  await hope.getByRole("button", { name: "Write a note" }).click();
  await hope.getByLabel("A note to yourself").fill("The week of the call.");
  await hope.getByRole("button", { name: "Keep the note" }).click();
  await expect(hope.getByText("The week of the call.")).toBeVisible();

  await hope.getByRole("button", { name: "Share this with Jon" }).click();
  await mara.press("Share it");
  await expect(hope.getByText("Jon can see this answer.")).toBeVisible();
  await jon.page.goto("/check-ins");
  const shared = jon.page.getByRole("region", { name: "Shared with you" });
  await expect(shared).toContainText("4, from 0 (not true for me) to 10 (very true for me)");
  await expect(jon.text("6 of 10")).toHaveCount(0);
  for (const hidden of ["A quiet week.", "The week of the call.", mara.page.url().slice(-41, -5)])
    expect(await jon.page.content()).not.toContain(hidden);
  await expectNoViolationsInAnyLight(jon.page, "what is shared");

  await hope.getByRole("button", { name: "Take it back" }).click();
  await expect(hope.getByRole("button", { name: "Share this with Jon" })).toBeVisible();
  await jon.page.reload();
  await expect(jon.page.getByRole("link", { name: "How is it now?" })).toBeVisible();
  await expect(shared).toHaveCount(0);

  const address = new URL(mara.page.url()).pathname;
  expect((await jon.page.goto(address))?.status()).toBe(404);
  await mara.press("Remove this check-in");
  await mara.press("Remove it");
  await expect(mara.page).toHaveURL(/\/check-ins$/);
  expect((await mara.page.goto(address))?.status()).toBe(404);
});

const letter = ({ page }: Partner) => page.getByLabel("Your letter", { exact: true });
const isKept = ({ page }: Partner) => expect(page.getByText("Kept.", { exact: true })).toBeVisible();

test("a letter is written over days and on two devices, and sent once, as it stands", async ({
  mara,
  jon,
  newPartner,
}) => {
  await begin(mara, jon);
  await mara.page.goto("/letters");
  await expectNoViolationsInAnyLight(mara.page, "letters");
  await mara.page.getByRole("link", { name: "Write a letter" }).click();
  await letter(mara).fill("Dear Jon,\n\nI miss how we cooked.");
  await isKept(mara);
  await expect(mara.page).toHaveURL(/\/letters\/[0-9a-f-]{36}$/);
  await expectNoViolationsInAnyLight(mara.page, "a letter");
  await fits(mara.page);
  const address = new URL(mara.page.url()).pathname;
  expect((await jon.page.goto(address))?.status()).toBe(404);

  const storageState = await mara.page.context().storageState();
  const phone = await newPartner("Mara", { storageState });
  await phone.page.goto(address);
  await letter(phone).fill("Dear Jon, from the phone.");
  await isKept(phone);
  await letter(mara).pressSequentially(" On Sundays.");
  await expect(mara.text("Dear Jon, from the phone.")).toBeVisible();
  await isKept(mara);
  await expect(mara.page).not.toHaveURL(new RegExp(address));

  await mara.page.context().setOffline(true);
  await letter(mara).pressSequentially(" Always.");
  await expect(mara.text("What you wrote stays in this box")).toBeVisible();
  expect((await storageOf(mara.page)).text).not.toMatch(/Always|Sundays/);
  await mara.page.context().setOffline(false);
  await isKept(mara);
  await mara.page.reload();
  await expect(letter(mara)).toHaveValue("Dear Jon,\n\nI miss how we cooked. On Sundays. Always.");

  await mara.press("Send it …");
  await expect(mara.page.getByRole("dialog")).toContainText("I miss how we cooked. On Sundays. Always.");
  await expectNoViolationsInAnyLight(mara.page, "sending a letter");
  await mara.press("Send it to Jon");
  await expect(mara.page).toHaveURL(/\/letters$/);
  await expect(mara.text("sent on")).toHaveCount(1);

  await jon.page.goto("/letters");
  await expect(jon.text("not opened yet")).toBeVisible();
  const opened = jon.page.waitForResponse(/\/opened$/);
  await jon.page.getByRole("link", { name: "From Mara" }).click();
  await expect(jon.text("I miss how we cooked. On Sundays. Always.")).toBeVisible();
  await expectNoViolationsInAnyLight(jon.page, "a letter that came");
  await opened;
  await jon.page.goto("/letters");
  await expect(jon.text("not opened yet")).toHaveCount(0);
  expect(await jon.page.content()).not.toContain("from the phone");

  await phone.press("Destroy");
  await phone.press("Destroy it");
  await expect(phone.page).toHaveURL(/\/letters$/);
  expect((await phone.page.goto(address))?.status()).toBe(404);
});
