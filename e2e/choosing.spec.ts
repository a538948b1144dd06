import { expect, test } from "./support/journey";
import type { Partner } from "./support/partner";

const cards = ({ page }: Partner) => page.getByRole("article");
const card = ({ page }: Partner, title: string) => page.getByRole("link", { name: title, exact: true });

test("guides are sorted out at once, by keyboard, and a screen reader hears how many are left", async ({
  mara,
}) => {
  await mara.page.goto("/new");
  await expect(cards(mara)).toHaveCount(12);
  const anyWay = mara.page.getByRole("radio", { name: "Any way" });
  await expect(anyWay).toBeEnabled();
  await anyWay.focus();
  await mara.page.keyboard.press("ArrowRight");
  await expect(mara.page.getByRole("radio", { name: "Together now" })).toBeChecked();
  await expect(mara.page.getByRole("status")).toHaveText("11 guides");
  await expect(card(mara, "Letting go")).toHaveCount(0);
  await expect(mara.page.getByRole("region", { name: "Forgiveness and letting go" })).toHaveCount(0);
  await mara.page.keyboard.press("ArrowRight");
  await expect(mara.page.getByRole("status")).toHaveText("11 guides");
  await mara.page.keyboard.press("ArrowRight");
  await expect(card(mara, "Letting go")).toBeVisible();
  await expect(card(mara, "Owning it")).toHaveCount(0);
});

test("where nothing fits, one press brings all guides back", async ({ mara }) => {
  await mara.page.goto("/new?how=together");
  await mara.page.getByLabel("Area").selectOption("Forgiveness and letting go");
  await expect(mara.page.getByRole("status")).toHaveText("Nothing fits all of that.");
  await mara.button("Show all guides").press("Enter");
  await expect(cards(mara)).toHaveCount(12);
  await expect(mara.page.getByRole("radio", { name: "Any way" })).toBeFocused();
});

test("the way back from a guide leads to what had been chosen", async ({ mara }) => {
  await mara.page.goto("/new");
  await mara.page.getByLabel("Time at hand").selectOption("Up to 45 minutes");
  await card(mara, "Keeping promises").click();
  await expect(mara.page.getByRole("heading", { level: 1 })).toHaveText("Keeping promises");
  await expect(mara.page).toHaveTitle(/Start a conversation/); // a tab tells nobody which one
  await mara.page.getByRole("link", { name: "Choose another" }).click();
  await expect(mara.page.getByLabel("Time at hand")).toHaveValue("45");
  await expect(card(mara, "Owning it")).toHaveCount(0);
});

test("an address of a guide that nobody knows shows the ones there are", async ({ mara }) => {
  await mara.page.goto("/new?guide=nobody-knows-it");
  await expect(mara.text("We do not have a guide at that address.")).toBeVisible();
  await expect(cards(mara)).toHaveCount(12);
});

test("without scripts all guides stand there, each with its page", async ({ newPartner }) => {
  const mara = await newPartner("Mara", { javaScriptEnabled: false });
  await mara.page.goto("/new");
  await expect(cards(mara)).toHaveCount(12);
  await expect(mara.page.getByLabel("Time at hand")).toBeHidden();
  await card(mara, "Boundary agreement").click();
  await expect(mara.text("What it is not")).toBeVisible();
});

test("each part says what the partner will read about theirs", async ({ mara }) => {
  await mara.page.goto("/new?guide=speak-and-reflect");
  await expect(mara.text("Your partner reads: “You listen first”.")).toBeVisible();
  await mara.text("I would like to listen first").click();
  await expect(mara.text("Your partner reads: “You speak first”.")).toBeVisible();
});

test("alone: a name and a press, nothing about a partner", async ({ mara }) => {
  await mara.page.goto("/new?guide=letting-go");
  await expect(mara.text("Nobody is told, and nobody else here can read it.", { exact: true })).toBeVisible();
  await expect(mara.page.getByLabel("What is it about?")).toHaveCount(0);
  await expect(mara.text("When the link is opened")).toHaveCount(0);
  await mara.press("Begin");
  await expect(mara.text("Please put in a name.")).toBeVisible();
  await mara.page.getByLabel("What shall we call you?").fill("Mara");
  await mara.press("Begin");
  await mara.isConnected();
  await expect(mara.page.getByLabel("The link", { exact: true })).toHaveCount(0);
});

test("two who have talked before go on without a link; to anybody else the address says nothing of them", async ({
  mara,
  jon,
  newPartner,
}) => {
  await jon.join(await mara.start());
  const address = `/new?guide=keeping-promises&after=${mara.conversationId}`;
  const stranger = await newPartner("Somebody");
  await stranger.start();
  for (const { page } of [stranger, await newPartner("Nobody")]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "What the invitation says" })).toBeVisible();
    await expect(page.getByText("Jon")).toHaveCount(0);
  }
  await jon.page.goto(address);
  await expect(jon.page.getByRole("heading", { name: "With Mara" })).toBeVisible();
  await expect(jon.page.getByLabel("What does your partner call you?")).toHaveCount(0);
  await expect(jon.text("When the link is opened")).toHaveCount(0);
  await jon.press("Begin with Mara");
  await jon.isConnected();
  await mara.page.goto("/");
  await mara.page
    .getByRole("link", { name: /^A conversation/ })
    .first()
    .click(); // the newest
  await mara.isConnected();
  await expect(mara.page).toHaveURL(jon.page.url());
});
