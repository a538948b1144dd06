import { request as newRequest } from "@playwright/test";
import { expectNoViolations } from "./support/axe";
import { startEvenground } from "./support/evenground-server";
import { fits } from "./support/fits";
import { expect, test } from "./support/journey";
import type { Partner } from "./support/partner";
import { type Mailed, newestMail, signIn } from "./support/sign-in";

const MINUTE = 60_000;

/** Asks for a code on the page, and reads the mail. */
async function askForCode({ page }: Partner, address: string): Promise<Mailed> {
  await page.getByLabel("Your e-mail address").fill(address);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect(page.getByLabel("The code from the mail")).toBeFocused();
  return newestMail(page.request, address);
}

async function typeCode(partner: Partner, code: string): Promise<void> {
  await partner.page.getByLabel("The code from the mail").fill(code);
  await partner.press("Sign me in");
}

/** Home: of whoever shares one space alone, that is the space itself. */
async function expectHome({ page }: Partner): Promise<void> {
  await expect(page).toHaveURL(/^[^/]*\/\/[^/]*\/home(\/[0-9a-f-]{36})?$/);
}

/** The conversations that stand on the first page of whoever this browser belongs to. */
async function expectConversations({ page }: Partner, count: number): Promise<void> {
  await page.goto("/");
  await expect(page.getByRole("link", { name: /^A conversation/ })).toHaveCount(count);
}

test("a guest with several conversations becomes a member, and comes back to all of them on another device", async ({
  mara,
  newPartner,
}) => {
  await mara.start({ topic: "The first" });
  await mara.start({ topic: "The second" });
  await mara.page.goto("/");
  await mara.page.getByRole("link", { name: "Sign in to come back from any device" }).click();
  await expect(mara.text("You are here as Mara, and only this browser knows it.")).toBeVisible();
  const { code } = await askForCode(mara, "Mara@Example.org");
  await mara.page.reload(); // to read the mail, the browser was put away
  await typeCode(mara, `${code.slice(0, 3)} ${code.slice(3)}`); // as it stands in the mail
  await expectHome(mara);
  await expectConversations(mara, 2);

  const phone = await newPartner("Mara’s phone");
  await phone.page.goto("/");
  await phone.page.getByRole("link", { name: "Sign in", exact: true }).click();
  await typeCode(phone, (await askForCode(phone, "mara@example.org")).code);
  await expectHome(phone);
  await expectConversations(phone, 2);
  await phone.page
    .getByRole("link", { name: /^A conversation/ })
    .first()
    .click();
  await phone.isConnected();
  await expect(phone.text("The second").first()).toBeVisible();
});

test("the mailed link does nothing elsewhere, and nothing by itself: the button in the asking browser does", async ({
  mara,
  jon,
  server,
}) => {
  await mara.page.goto("/sign-in?to=/new");
  const { link } = await askForCode(mara, "link@example.org");
  const scanner = await newRequest.newContext({ baseURL: server.url });
  for (const address of [link, link.replace("#", "?code="), link.replace("#", "/")])
    await scanner.get(address);
  await scanner.dispose();

  await jon.page.goto(link);
  await expect(jon.page.getByRole("heading", { level: 1 })).toHaveText(
    "This link belongs to the browser in which you asked",
  );
  await expect(jon.button("Sign me in")).toHaveCount(0);
  await expectNoViolations(jon.page, "the link elsewhere");
  expect((await jon.page.request.get("/api/me")).status()).toBe(401);

  await mara.page.goto(link);
  await expect(mara.button("Sign me in")).toBeEnabled();
  await expect(mara.page).toHaveURL("/sign-in/code"); // nobody reads the code over a shoulder, or in the history
  expect((await mara.page.request.get("/api/me")).status()).toBe(401);
  await expectNoViolations(mara.page, "the link");
  await mara.press("Sign me in");
  await expectHome(mara);
  await mara.page.goto(link); // once more
  await expect(mara.page.getByRole("heading", { level: 1 })).toHaveText("You are signed in");
});

test.describe("somebody known signs in on a browser that was a guest’s", () => {
  /** Mara has one conversation of her own; on the other browser a guest has begun another, and she signs in there. */
  async function signInOverGuest(mara: Partner, other: Partner, address: string): Promise<void> {
    await signIn(mara, address);
    await mara.start();
    await other.start({ topic: "Coming home late" });
    await other.page.goto("/sign-in");
    await typeCode(other, (await askForCode(other, address)).code);
    await expect(other.text("one conversation was begun on this browser")).toBeVisible();
    await expect(other.text("Coming home late")).toHaveCount(0); // a number, and no words
  }

  test("it is brought along, and stands beside what was there", async ({ mara, newPartner }) => {
    const other = await newPartner("Mara’s phone");
    await signInOverGuest(mara, other, "bring@example.org");
    await expectNoViolations(other.page, "bring it along?");
    await other.press("Bring it along");
    await expectHome(other);
    await expectConversations(other, 2);
    await expectConversations(mara, 2);
  });

  test("or the browser is that guest’s again, with what they began", async ({ mara, newPartner }) => {
    const other = await newPartner("Somebody");
    await signInOverGuest(mara, other, "apart@example.org");
    await other.press("Go back to how I was");
    await expect(other.page).toHaveURL("/");
    await expectConversations(other, 1);
    await expect(other.text("Kept on this browser alone.")).toBeVisible();
    await expectConversations(mara, 1);
  });

  test("never when one would sit on both sides; nothing is changed then", async ({ mara, jon }) => {
    await signIn(mara, "both@example.org");
    await jon.join(await mara.start());
    await jon.page.goto("/sign-in");
    await typeCode(jon, (await askForCode(jon, "both@example.org")).code);
    await jon.press("Bring it along");
    await expect(
      jon.page.getByRole("alert").filter({ hasText: "you would sit on both sides" }),
    ).toBeFocused();
    await jon.press("Go back to how I was");
    await expect(jon.page).toHaveURL("/");
    await jon.page.goto(new URL(mara.page.url()).pathname);
    await jon.isConnected();
  });
});

test("a code that is wrong, over, or replaced: what is the case, and what to do", async ({ mara }) => {
  const { page, server } = mara;
  await page.clock.install();
  await page.goto("/sign-in");
  await mara.press("Send me a code");
  await expect(page.getByText("Please put in your address.")).toBeVisible();
  await page.getByLabel("Your e-mail address").fill("a,b@example.org");
  await mara.press("Send me a code");
  await expect(page.getByText("This does not look like an e-mail address.")).toBeVisible();
  await expect(page.getByLabel("Your e-mail address")).toBeFocused();

  const first = await askForCode(mara, "wrong@example.org");
  await typeCode(mara, "12 34");
  await expect(page.getByText("The code has six digits.")).toBeVisible();
  await typeCode(mara, first.code === "000000" ? "111111" : "000000");
  await expect(page.getByText("You can try 4 more times.")).toBeVisible();
  await expectNoViolations(page, "a wrong code");

  await expect(mara.button("Ask for a new code")).toBeDisabled(); // a mail takes its time
  await page.clock.fastForward(MINUTE);
  await mara.press("Ask for a new code");
  await expect(page.getByRole("status")).toHaveText("A new code is on its way. Only the newest one works.");
  await expect(page.getByLabel("The code from the mail")).toHaveValue("");
  const second = await newestMail(page.request, "wrong@example.org");
  if (second.code !== first.code) {
    await typeCode(mara, first.code);
    await expect(page.getByText("That was not the code.")).toBeVisible();
  }
  await server.forward(11 * MINUTE);
  await typeCode(mara, second.code);
  await expect(page.getByText("This code is older than ten minutes.")).toBeVisible();

  await mara.press("Use another address");
  await expect(page.getByLabel("Your e-mail address")).toBeFocused();
  await typeCode(mara, (await askForCode(mara, "right@example.org")).code);
  await expectHome(mara);
});

test("without a connection nothing is lost, and the same button tries again", async ({ mara }) => {
  await mara.page.goto("/sign-in");
  await mara.page.route("**/api/sign-in/code", (route) => route.abort(), { times: 1 });
  await mara.page.getByLabel("Your e-mail address").fill("offline@example.org");
  await mara.press("Send me a code");
  await expect(mara.text("Evenground cannot be reached just now. Nothing is lost.")).toBeVisible();
  await mara.press("Send me a code");
  await expect(mara.page.getByLabel("The code from the mail")).toBeFocused();
});

test("a page that was wanted comes after signing in; one that leads elsewhere does not", async ({
  mara,
  jon,
}) => {
  await mara.page.goto("/sign-in?to=/new%3Fguide%3Dspeak-and-reflect");
  await typeCode(mara, (await askForCode(mara, "wanted@example.org")).code);
  await expect(mara.page).toHaveURL("/new?guide=speak-and-reflect");
  await jon.page.goto("/sign-in?to=//evil.example");
  await typeCode(jon, (await askForCode(jon, "elsewhere@example.org")).code);
  await expectHome(jon);
});

test("a passkey that was added in settings opens the same door, without a mail", async ({ mara }) => {
  const { page } = mara;
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("WebAuthn.enable");
  await devTools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto("/sign-in");
  await mara.press("Use a passkey"); // there is none yet
  await expect(page.getByRole("alert").filter({ hasText: "No passkey was used." })).toBeFocused();

  await mara.start();
  await page.goto("/settings"); // still a guest: a passkey is enough to come back
  await mara.press("Add a passkey");
  await expect(page.getByText("The passkey is added.")).toBeVisible();
  await page.goto("/sign-in");
  await mara.press("Sign out");
  await expect(page).toHaveURL("/");

  await page.goto("/sign-in");
  await mara.press("Use a passkey");
  await expectHome(mara);
  await expectConversations(mara, 1);
});

test("by keyboard alone, in the dark, on a phone: in, and out again", async ({ newPartner }) => {
  const mara = await newPartner("Mara", { viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  const { page } = mara;
  await page.goto("/sign-in");
  await expectNoViolations(page, "an address");
  await fits(page);
  await page.getByLabel("Your e-mail address").focus();
  await page.keyboard.type("keyboard@example.org");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("The code from the mail")).toBeFocused();
  await expectNoViolations(page, "a code");
  await fits(page);
  await page.keyboard.type((await newestMail(page.request, "keyboard@example.org")).code);
  await page.keyboard.press("Enter");
  await expectHome(mara);

  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are signed in");
  await expectNoViolations(page, "signed in");
  await mara.button("Sign out").focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("link", { name: "Sign in", exact: true })).toBeVisible();
  expect((await page.request.get("/api/me")).status()).toBe(401);
});

test("the mail that is kept here can be read, and its link followed", async ({ mara }) => {
  await mara.page.goto("/sign-in");
  await askForCode(mara, "kept@example.org");
  await mara.page.getByRole("link", { name: "Read the mail here" }).click();
  const mail = mara.page.getByRole("article").filter({ hasText: "kept@example.org" });
  await expectNoViolations(mara.page, "kept mail");
  await mail.getByRole("link").click();
  await mara.press("Sign me in");
  await expectHome(mara);
});

test("where mail is sent nobody reads it here, and mail that cannot be sent costs nothing that was typed", async ({
  page,
}) => {
  const server = await startEvenground({ SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "post@example.org" });
  try {
    const kept = await page.goto(`${server.url}/dev/mail`);
    expect(kept?.status()).toBe(404);
    await page.goto(`${server.url}/sign-in`);
    await expect(page.getByRole("link", { name: "Read the mail here" })).toHaveCount(0);
    await page.getByLabel("Your e-mail address").fill("mara@example.org");
    await page.getByRole("button", { name: "Send me a code" }).click();
    await expect(page.getByText("Something broke on our side. Nothing you typed is lost")).toBeVisible();
    await expect(page.getByLabel("Your e-mail address")).toHaveValue("mara@example.org");
  } finally {
    await server.remove();
  }
});
