import type { Page } from "@playwright/test";
import type { Guide } from "#conversation/guide";
import { inPseudo } from "#server/pseudo-words";
import { expectNoViolations } from "./support/axe";
import { fits } from "./support/fits";
import { expect, test } from "./support/journey";
import type { Partner } from "./support/partner";
import { guideIn, sentence } from "./support/texts";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

const languageOf = (page: Page) => page.locator("html");

test("a browser speaks its own language until another is chosen, and then that one", async ({
  newPartner,
}) => {
  const { page } = await newPartner("Somebody", { locale: "de-AT" });
  await page.goto("/");
  await expect(languageOf(page)).toHaveAttribute("lang", "de");
  await expect(page.getByRole("link", { name: sentence("de", "first.start") })).toBeVisible();

  const spanish = page.getByRole("button", { name: "Español" });
  await spanish.focus();
  await page.keyboard.press("Enter");
  await expect(languageOf(page)).toHaveAttribute("lang", "es");
  await expect(page.getByRole("link", { name: sentence("es", "first.start") })).toBeVisible();
  await expect(spanish).toBeFocused();
  await expect(spanish).toHaveAttribute("aria-current", "true");

  await page.goto("/new");
  await expect(page.getByRole("link", { name: guideIn("owning-it", "es").title, exact: true })).toBeVisible();
});

test("two people in one conversation, each in their own language", async ({ mara, newPartner }) => {
  const jon = await newPartner("Jon", { locale: "de-DE" });
  const link = await mara.start();
  const english = guideIn("speak-and-reflect", "en");
  const german = guideIn("speak-and-reflect", "de");
  const spanish = guideIn("speak-and-reflect", "es");

  await jon.page.goto(link);
  await expect(jon.text(german.how)).toBeVisible();
  const name = jon.page.getByRole("textbox");
  await name.fill("Jon");
  await jon.press("Español");
  await expect(jon.text(spanish.how)).toBeVisible();
  await expect(name).toHaveValue("Jon"); // nothing typed is lost, and the link still works
  await jon.press(sentence("es", "join.claim"));
  await jon.isConnected();
  await expect(languageOf(jon.page)).toHaveAttribute("lang", "es");

  for (const partner of [mara, jon]) await isReady(partner);
  await mara.page.reload();
  await jon.page.reload();
  await mara.press("I will try to keep to this");
  await jon.press(promiseOf(spanish));
  await mara.say("I would like to know before eleven.");
  await expect(jon.text("I would like to know before eleven.")).toBeVisible();
  await expect(jon.button(sentence("es", "conversation.reflect.send"))).toBeVisible();
  await expect(mara.text(english.title)).toBeVisible();
});

test("from right to left on a small phone: nothing is cut off, and axe finds nothing", async ({
  newPartner,
}) => {
  test.setTimeout(180_000);
  const mara = await inPseudoLocale(await newPartner("Mara", PHONE));
  const jon = await inPseudoLocale(await newPartner("Jon", PHONE));
  const stands = async ({ page }: Partner, where: string) => {
    await expect(languageOf(page)).toHaveAttribute("dir", "rtl");
    await fits(page);
    await expectNoViolations(page, where);
  };

  for (const address of ["/", "/new", "/new?guide=owning-it", "/try", "/sign-in"]) {
    await mara.page.goto(address);
    await stands(mara, address);
  }

  const { id, link } = await started(mara);
  await jon.page.goto(link);
  await expect(jon.page.getByRole("textbox")).toBeVisible();
  await stands(jon, "the invitation");
  await jon.page.getByRole("textbox").fill("Jon");
  await jon.press(inPseudo("Take your seat"));
  await jon.isConnected();
  await stands(jon, "a good moment?");
  await mara.page.goto(`/c/${id}`);
  for (const partner of [mara, jon]) {
    await isReady(partner);
    await partner.page.reload();
    await partner.press(inPseudo("I will try to keep to this"));
  }
  await mara.page.getByRole("textbox").fill("One thing.");
  await stands(mara, "the floor");
  await mara.press(inPseudo("Say it"));
  await expect(jon.text("One thing.")).toBeVisible();
  await stands(jon, "to be said back");

  await jon.page.goto("/home");
  await expect(jon.page).toHaveURL(/\/home\/.+/);
  await stands(jon, "the space");
  const space = new URL(jon.page.url()).pathname;
  const ofTheSpace = ["people", "leave", "conversations"].map((page) => `${space}/${page}`);
  for (const address of [
    ...ofTheSpace,
    "/home/alone",
    "/settings",
    "/settings/take-out",
    "/settings/erase",
    "/stop/x",
  ]) {
    await jon.page.goto(address);
    await stands(jon, address);
  }
});

async function inPseudoLocale(partner: Partner): Promise<Partner> {
  const cookie = { name: "evenground-locale", value: "ar-XB", url: partner.server.url };
  await partner.page.context().addCookies([cookie]);
  return partner;
}

/** What one says to the first step, in its own words. */
function promiseOf({ steps }: Guide): string {
  const first = steps.find((step) => step.kind === "acknowledge");
  if (!first) throw new Error("There is nothing to agree to.");
  return first.button;
}

/** A conversation without the pages that lead to it. */
async function started({ page, server, name }: Partner) {
  const response = await page.request.post("/api/conversations", {
    data: { guide: "speak-and-reflect", name, topic: "Coming home late" },
    headers: { Origin: server.url },
  });
  const { conversationId, invitation } = await response.json();
  return { id: String(conversationId), link: String(invitation.url) };
}

/** Says that it is a good moment, without the page that asks. */
async function isReady({ page, server, conversationId }: Partner): Promise<void> {
  const response = await page.request.post(`/api/conversations/${conversationId}/ready`, {
    data: { stirred: 2, free: true, goOn: true },
    headers: { Origin: server.url },
  });
  expect(response.ok()).toBe(true);
}
