import { lettingGo } from "#conversation/guides/letting-go";
import { takingStock } from "#conversation/guides/taking-stock";
import { fillIn, stepOf, wordsOf } from "../support/guide-walk";
import { expect, test } from "../support/journey";
import type { Partner } from "../support/partner";

test("letting go: alone, over several sittings, and nobody is told", async ({ mara }) => {
  await begins(mara, lettingGo.title);
  const address = mara.page.url();
  const { button } = stepOf(lettingGo, "for-you", "acknowledge");
  await mara.press(button);
  for (const step of lettingGo.steps) {
    if (step.kind !== "write") continue;
    await fillIn(mara, step, step.fields);
    await mara.press("Keep my answer");
    await expect(mara.page.getByRole("heading", { name: step.title })).toBeVisible();
    // She may go away after any part and come back to the next.
    await mara.page.goto("about:blank");
    await mara.page.goto(address);
    await mara.isConnected();
  }
  await mara.isTold("You have come to the end.");
  await expect(mara.page.getByRole("link", { name: "Boundary agreement" })).toHaveAttribute(
    "href",
    "/new?guide=boundaries",
  );
});

test("taking stock alone, then together: what was written alone waits in her boxes and is on nobody else’s page", async ({
  mara,
  jon,
}) => {
  await begins(mara, takingStock.title);
  const [forYourself, share] = [
    stepOf(takingStock, "for-yourself", "write"),
    stepOf(takingStock, "share", "write"),
  ];
  for (const step of [forYourself, share]) {
    await fillIn(mara, step, step.fields);
    await mara.press("Keep my answer");
  }
  await mara.isTold("You have come to the end.");

  await mara.page.getByRole("link", { name: "Do it together" }).click();
  await mara.page.getByLabel("What is it about?").fill("Us");
  await mara.press("Make the link");
  await mara.isConnected();
  const link = await mara.page.getByLabel("The link", { exact: true }).inputValue();
  const framesOfJon: string[] = [];
  jon.page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => framesOfJon.push(String(payload))),
  );
  await jon.join(link);
  await jon.isReady();
  await mara.isReady();

  const [field] = share.fields;
  if (!field) throw new Error("Taking stock asks something.");
  await expect(mara.page.getByRole("group", { name: forYourself.fields[0]?.label ?? "" })).toBeVisible();
  await jon.press("I’d rather not say");
  // What was only for herself is in no box of a conversation of two; the rest stands there when she asks for it.
  await expect(mara.page.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(mara.button("Use my notes")).toHaveCount(0);
  await mara.press("I’d rather not say");
  const box = mara.page.getByRole("textbox", { name: field.label });
  await expect(box).toHaveValue("");
  await mara.press("Use my notes");
  await expect(box).toHaveValue(wordsOf(mara, share, field));
  await fillIn(jon, share, share.fields);
  await jon.press("Keep my answer");
  await jon.isTold("Kept. Mara still writes.");
  const received = `${await jon.page.content()} ${framesOfJon.join(" ")}`;
  expect(received).toContain("for-yourself");
  for (const step of [forYourself, share]) expect(received).not.toContain(`Mara about ${step.id}`);
});

/** From the first page to a conversation with oneself. */
async function begins(mara: Partner, guide: string): Promise<void> {
  await mara.page.goto("/new?how=alone");
  await mara.page.getByRole("link", { name: guide, exact: true }).click();
  await mara.page.getByLabel(/call/).fill(mara.name);
  await mara.press("Begin");
  await mara.isConnected();
}
