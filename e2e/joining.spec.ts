import { expect, test } from "./support/journey";

test("ask me first: the newcomer waits and sees nothing but the invitation, until let in", async ({
  mara,
  jon,
}) => {
  const link = await mara.start({ askFirst: true });
  await mara.acceptGroundRules();
  await jon.page.goto(link);
  await jon.page.getByLabel("What should Mara call you here?").fill("Jon");
  await jon.press("Take your seat");
  await expect(jon.text("Mara will be asked whether to let you in.")).toBeVisible();
  await jon.page.reload();
  await expect(jon.text(/will be asked whether to let you in/)).toBeVisible();
  expect((await jon.page.request.get(`/c/${mara.conversationId}`)).status()).toBe(404);

  await expect(mara.text("Jon would like to come in")).toBeVisible();
  await mara.press("Let them in");
  await jon.isConnected();
  await expect(jon.page).toHaveURL(mara.page.url());
});

test("somebody who is not let in sees what anybody with a dead link sees; a new link works", async ({
  mara,
  jon,
}) => {
  const link = await mara.start({ askFirst: true });
  await jon.page.goto(link);
  await jon.page.getByLabel("What should Mara call you here?").fill("Not Jon");
  await jon.press("Take your seat");
  await expect(mara.text("Not Jon would like to come in")).toBeVisible();
  await mara.press("Not now");
  await expect(jon.text("This link does not lead anywhere, or not any more.")).toBeVisible();
  await mara.press("Make a new link");
  await expect(mara.page.getByLabel("The link", { exact: true })).not.toHaveValue(link);
});

test("declining sends nothing, and the link still works", async ({ mara, jon }) => {
  const link = await mara.start();
  await jon.page.goto(link);
  await jon.press("Not now");
  await expect(jon.text("Nothing was sent, and nobody is told.")).toBeVisible();
  await expect(mara.text("has not come yet")).toBeVisible();
  await jon.join(link);
});

test("the link can be copied, shared by the phone, scanned, and closed", async ({ newPartner, jon }) => {
  const mara = await newPartner("Mara", { permissions: ["clipboard-read", "clipboard-write"] });
  await mara.page.addInitScript(() => {
    const shared: unknown[] = [];
    Object.assign(window, { shared });
    navigator.share = async (what) => void shared.push(what);
  });
  const link = await mara.start();
  await mara.press("Copy the link");
  expect(await mara.page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await mara.press("Share the link");
  expect(await mara.page.evaluate(() => Reflect.get(window, "shared"))).toEqual([{ url: link }]); // no name, no topic
  await mara.text("Show as a code to scan").click();
  await expect(mara.page.getByRole("img", { name: "The link, as a code to scan" })).toBeVisible();

  await mara.press("Close this link");
  await expect(mara.text("There is no open link just now")).toBeVisible();
  await jon.page.goto(link);
  await expect(jon.text("This link does not lead anywhere, or not any more.")).toBeVisible();
  await mara.press("Make a new link");
  await jon.join(await mara.page.getByLabel("The link", { exact: true }).inputValue());
});

test("an answer that is lost on the way costs nobody the seat", async ({ mara, jon }) => {
  const link = await mara.start();
  await jon.page.route(
    "**/claim",
    async (route) => {
      await route.fetch(); // it arrives, and what comes back does not
      await route.abort();
    },
    { times: 1 },
  );
  await jon.page.goto(link);
  await jon.page.getByLabel("What should Mara call you here?").fill("Jon");
  await jon.press("Take your seat");
  await expect(jon.text("Evenground cannot be reached just now. Nothing is lost.")).toBeVisible();
  await jon.press("Take your seat");
  await jon.isConnected();
});

test("leaving quickly blanks the page, and Back shows nothing readable", async ({ mara, jon }) => {
  const link = await mara.start();
  await jon.join(link);
  await jon.page.route(/^https:/, (route) =>
    route.fulfill({ body: "the weather", contentType: "text/html" }),
  );
  await jon.press("Leave quickly");
  await expect(jon.text("the weather")).toBeVisible();
  await expect(mara.text("not here")).toBeVisible(); // as with any lost connection
  await jon.page.goBack();
  await expect(jon.text("Before you begin")).toHaveCount(0);
});

test("signing out ends the sign-in: the page says so, and the cookie opens nothing any more", async ({
  mara,
}) => {
  await mara.start();
  const { request } = mara.page;
  const cookies = await mara.page.context().cookies();
  expect((await request.get("/api/me")).status()).toBe(200);
  await request.post("/api/sign-out", { data: {}, headers: { Origin: new URL(mara.page.url()).origin } });
  await expect(mara.text("You are signed out on this device.")).toBeVisible({ timeout: 1_000 });
  await mara.page.context().addCookies(cookies);
  expect((await request.get("/api/me")).status()).toBe(401);
});
