import type { Page } from "@playwright/test";
import { expectNoViolationsInAnyLight } from "./support/axe";
import { fits } from "./support/fits";
import { expect, test } from "./support/journey";
import { begin, type Partner } from "./support/partner";
import { signIn } from "./support/sign-in";

/** A part of the settings, by its heading. */
const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

async function openSettings({ page }: Partner): Promise<void> {
  await page.goto("/settings");
  await expect(page.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
}

/** The device keeps passkeys and says yes to everything, as one with an open lock does. */
async function withAuthenticator({ page }: Partner) {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    credentials: async () => (await client.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
  };
}

test("a device is ended, and its open conversation says so within a second; then all others are", async ({
  mara,
  jon,
  newPartner,
}) => {
  await begin(mara, jon);
  await signIn(mara, "devices@example.org");
  const [phone, tablet] = [await newPartner("Mara’s phone"), await newPartner("Mara’s tablet")];
  await signIn(phone, "devices@example.org");
  await signIn(tablet, "devices@example.org");
  await phone.page.goto(mara.page.url());
  await phone.isConnected();

  await openSettings(mara);
  const devices = part(mara.page, "Where you are signed in");
  await expect(devices.getByRole("listitem")).toHaveCount(3);
  await expect(devices.getByText("This one", { exact: true })).toHaveCount(1);
  // The one used last stands first; the phone signed in before the tablet.
  const ofPhone = devices.getByRole("button", { name: /^End this one/ }).last();
  const said = phone.text("signed out", { exact: false });
  await ofPhone.click();
  await expect(said).toBeVisible({ timeout: 1_000 });
  await expect(devices.getByText("Ended. It is signed out there.")).toBeVisible();
  await expect(devices.getByRole("listitem")).toHaveCount(2);
  expect((await phone.page.request.get("/api/me")).status()).toBe(401);

  await mara.press("End all others");
  await expect(devices.getByText("You are signed in nowhere else.")).toBeVisible();
  expect((await tablet.page.request.get("/api/me")).status()).toBe(401);
  expect((await mara.page.request.get("/api/me")).status()).toBe(200);
});

test("how it looks goes with a person to their other devices, and the ring of time too", async ({
  mara,
  jon,
  newPartner,
}) => {
  await begin(mara, jon);
  const conversation = mara.page.url();
  await expect(mara.page.getByRole("button", { name: /Hide the time ring/ })).toBeVisible();
  await signIn(mara, "looks@example.org");
  await openSettings(mara);
  const looks = part(mara.page, "How it looks");
  await looks.getByText("Always dark").click();
  await expect(mara.page.locator("html")).toHaveAttribute("data-theme", "dark");
  await looks.getByText("Larger", { exact: true }).click();
  await expect(mara.page.locator("html")).toHaveAttribute("data-text-size", "larger");
  await looks.getByText("Do not show it").click();
  await expect(looks.getByText("Saved.")).toBeVisible();

  const phone = await newPartner("Mara’s phone", { viewport: { width: 360, height: 740 } });
  await signIn(phone, "looks@example.org");
  await phone.page.goto(conversation);
  await phone.isConnected();
  const { paper, size } = await phone.page.evaluate(() => {
    const style = getComputedStyle(document.body);
    return { paper: style.backgroundColor, size: getComputedStyle(document.documentElement).fontSize };
  });
  expect(paper).toBe("rgb(26, 24, 21)");
  expect(size).toBe("20.8px");
  await fits(phone.page);
  await phone.page.getByRole("button", { name: /Show the time ring/ }).click();
  await expect(phone.page.getByRole("button", { name: /Hide the time ring/ })).toBeVisible();
  await mara.page.goto(conversation);
  await expect(mara.page.getByRole("button", { name: /Hide the time ring/ })).toBeVisible();
});

test("a name holds from now on, and where the partner knows another only if that was asked", async ({
  mara,
  jon,
}) => {
  await begin(mara, jon);
  const conversation = mara.page.url();
  await openSettings(mara);
  await mara.page.getByLabel("What you want to be called").fill("Marina");
  await part(mara.page, "You").getByRole("button", { name: "Save" }).click();
  await expect(part(mara.page, "You").getByText("Saved.")).toBeVisible();
  await expect(jon.page.getByRole("heading", { level: 1 })).toHaveText("Mara speaks. You listen.");
  await mara.page.getByLabel("Also where I am already").check();
  await part(mara.page, "You").getByRole("button", { name: "Save" }).click();
  await expect(jon.page.getByRole("heading", { level: 1 })).toHaveText("Marina speaks. You listen.");
  await mara.page.goto(conversation);
  await mara.isConnected();
});

test("a passkey is added, signs in, and is removed", async ({ mara }) => {
  const device = await withAuthenticator(mara);
  await signIn(mara, "passkey@example.org");
  await openSettings(mara);
  const ways = part(mara.page, "How you sign in");
  await expect(ways.getByText("You have no passkey yet.")).toBeVisible();
  await mara.press("Add a passkey");
  await expect(ways.getByText("The passkey is added.")).toBeVisible();
  await expect(ways.getByRole("listitem")).toHaveCount(1);
  expect(await device.credentials()).toHaveLength(1);
  await mara.press("Add a passkey");
  await expect(ways.getByText("There is a passkey for you on this device already.")).toBeVisible();

  await mara.press("Sign out");
  await expect(mara.page).toHaveURL("/");
  await mara.page.goto("/sign-in?to=/settings");
  await mara.press("Use a passkey");
  await expect(mara.page).toHaveURL("/settings");
  await expect(ways.getByText("Your address is passkey@example.org.")).toBeVisible();

  await ways.getByRole("button", { name: /^Remove/ }).click();
  await expect(ways.getByText("The passkey is removed.")).toBeVisible();
  await expect(ways.getByText("You have no passkey yet.")).toBeVisible();
});

test("a guest becomes a member by a passkey, which is then their only way in and stays", async ({ mara }) => {
  await withAuthenticator(mara);
  await mara.start();
  await openSettings(mara);
  await expect(mara.page.getByRole("link", { name: "Give an address" })).toBeVisible();
  await mara.press("Add a passkey");
  const ways = part(mara.page, "How you sign in");
  await expect(ways.getByText("You sign in without one.")).toBeVisible();
  await ways.getByRole("button", { name: /^Remove/ }).click();
  await expect(ways.getByText("This is your only way to sign in.")).toBeVisible();
  await expect(ways.getByRole("listitem")).toHaveCount(1);
});

/** The code in the newest mail to an address. */
async function codeTo({ page }: Partner, address: string): Promise<string> {
  const mails = await (await page.request.get("/dev/mail")).text();
  const mail = mails.split("<article").find((one) => one.includes(address)) ?? "";
  return /\b\d{6}\b/.exec(mail.replace(/<[^>]*>/g, " "))?.[0] ?? "";
}

test("an address is changed with a code from each", async ({ mara }) => {
  await signIn(mara, "before@example.org");
  await openSettings(mara);
  const ways = part(mara.page, "How you sign in");
  await mara.press("Use another address");
  await expect(mara.page.getByLabel("The new address")).toBeFocused();
  await mara.page.getByLabel("The new address").fill("after@example.org");
  await mara.press("Send the codes");
  const fields = {
    old: mara.page.getByLabel("The code from the mail to your old address"),
    new: mara.page.getByLabel("The code from the mail to the new address"),
  };
  await expect(fields.old).toBeFocused();
  const [oldCode, newCode] = [
    await codeTo(mara, "before@example.org"),
    await codeTo(mara, "after@example.org"),
  ];
  await fields.old.fill(oldCode);
  await fields.new.fill(String((Number(newCode) + 1) % 1_000_000).padStart(6, "0"));
  await mara.press("Change the address");
  await expect(ways.getByText("That was not the code. You can try 4 more times.")).toBeVisible();
  await expect(fields.new).toBeFocused();
  await fields.new.fill(newCode);
  await mara.press("Change the address");
  await expect(ways.getByText("Your address is changed.")).toBeVisible();
  await expect(ways.getByText("Your address is after@example.org.")).toBeVisible();
});

test("notices are off until somebody says yes, and what they said stays with its day", async ({ mara }) => {
  await signIn(mara, "notices@example.org");
  await openSettings(mara);
  const notices = part(mara.page, "Notices");
  await expect(notices.getByText("Notices are off.")).toBeVisible();
  await mara.press("Yes, write to me");
  await expect(notices.getByText("You have said yes to notices.")).toBeVisible();
  await mara.press("No notices any more");
  await expect(notices.getByText("Notices are off.")).toBeVisible();
  await expect(notices.getByRole("listitem")).toHaveText(/Agreed on .*, withdrawn on /);
});

test("everything of somebody is erased once they have typed the word", async ({ mara, jon }) => {
  await begin(mara, jon);
  await mara.say("To be gone.");
  await jon.reads("To be gone.");
  await openSettings(mara);
  await mara.page.getByRole("link", { name: "Erase everything of yours" }).click();
  await expect(mara.text("Nothing brings it back.")).toBeVisible();
  const word = mara.page.getByLabel("To go on, type the word “erase”");
  await word.fill("yes");
  await mara.press("Erase everything now");
  await expect(mara.text("Nothing was changed.")).toBeVisible();
  await expect(word).toBeFocused();
  await word.fill("Erase");
  await word.press("Enter");
  await expect(mara.page).toHaveURL("/erased");
  await expect(mara.page.getByRole("heading", { name: "It is done" })).toBeVisible();
  expect((await mara.page.request.get("/api/me")).status()).toBe(401);
  // In the other's view, at once and after a reload: that there was something, and not what.
  await expect(jon.text(/has taken these words back/)).toBeVisible();
  await expect(jon.text("To be gone.")).toHaveCount(0);
  await jon.page.reload();
  await expect(jon.text(/has taken these words back/)).toBeVisible();
  await expect(jon.text("To be gone.")).toHaveCount(0);
});

test("axe finds nothing in the settings, and all of it fits a small phone with the largest words", async ({
  newPartner,
}) => {
  const mara = await newPartner("Mara", { viewport: { width: 360, height: 740 } });
  await withAuthenticator(mara);
  await signIn(mara, "small@example.org");
  const other = await newPartner("Mara’s other");
  await signIn(other, "small@example.org");
  await openSettings(mara);
  await mara.text("Larger", { exact: true }).click();
  await expect(mara.page.locator("html")).toHaveAttribute("data-text-size", "larger");
  await mara.press("Add a passkey");
  await expect(mara.text("The passkey is added.")).toBeVisible();
  await mara.press("Use another address");
  await fits(mara.page);
  await expectNoViolationsInAnyLight(mara.page, "the settings");
  await mara.page.getByLabel("The new address").fill("new-and-small@example.org");
  await mara.press("Send the codes");
  await expect(mara.text("Two mails are on their way")).toBeVisible();
  await fits(mara.page);
  await expectNoViolationsInAnyLight(mara.page, "the codes");
  for (const page of ["/settings/erase", "/erased"]) {
    await mara.page.goto(page);
    await fits(mara.page);
    await expectNoViolationsInAnyLight(mara.page, page);
  }
});

test("whoever is not signed in is asked to, and comes back", async ({ mara }) => {
  await mara.page.goto("/settings");
  await expect(mara.page).toHaveURL("/sign-in?to=%2Fsettings");
});
