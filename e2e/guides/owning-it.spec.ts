import { owningIt2 } from "#conversation/guides/owning-it-2";
import {
  bothAcknowledge,
  bothSettle,
  bothTalk,
  comes,
  holderOf,
  isOver,
  marks,
  meet,
  part,
  reads,
  stepOf,
  wordsOf,
  writes,
} from "../support/guide-walk";
import { expect, test } from "../support/journey";

test("owning it: heard first, then the answer; every part marked, one of them changed after the end", async ({
  mara,
  jon,
}) => {
  // The one who caused the hurt opens it: the other is told, before accepting, that they were hurt and speak first.
  const pair = await meet(owningIt2, jon, mara, { role: "acting" });
  await bothAcknowledge(pair, "before");

  const locked = stepOf(owningIt2, "prepare", "write").title;
  await expect(jon.text(`“${locked}” opens when this part has ended.`)).toBeVisible();
  await bothTalk(pair, "hear");
  await part(pair);

  const acting = holderOf(pair, "acting");
  const hurt = holderOf(pair, "hurt");
  expect([acting.name, hurt.name]).toEqual(["Jon", "Mara"]);
  await writes(pair, acting, "prepare");
  await reads(pair, hurt, acting, "prepare", "does not read");
  await hurt.isTold("Jon writes now.");

  // What was prepared alone stands in the boxes, to be sent as it is or changed.
  const prepare = stepOf(owningIt2, "prepare", "write");
  const account = stepOf(owningIt2, "account", "write");
  await comes(pair, acting);
  for (const field of account.fields)
    await expect(acting.page.getByRole("textbox", { name: field.label })).toHaveValue(
      wordsOf(acting, prepare, field),
    );
  await writes(pair, acting, "account");
  await reads(pair, hurt, acting, "account", "reads");

  await marks(pair, "landed", "It has landed", "Not yet", "Later");
  await bothSettle(pair, "amends");
  await isOver(pair);

  await comes(pair, hurt);
  const [, second] = account.fields;
  await hurt.press(`Change what you said of “${second?.label}”`);
  await hurt.page.getByRole("definition").getByRole("button", { name: "It has landed" }).click();
  await expect(hurt.text("You: it has landed.")).toHaveCount(2);
  await comes(pair, acting);
  await expect(acting.text("Mara: it has landed.")).toHaveCount(2);
  await expect(acting.page.getByRole("button", { name: /^Change what you said/ })).toHaveCount(0);
});

test("a hint at “but” stays in the writer’s browser and goes with one click", async ({ mara, jon }) => {
  const pair = await meet(owningIt2, mara, jon);
  await bothAcknowledge(pair, "before");
  await bothTalk(pair, "hear");
  const [first] = stepOf(owningIt2, "prepare", "write").fields;
  const box = jon.page.getByRole("textbox", { name: first?.label ?? "" });
  await box.fill("I lied to you, but ");
  await expect(jon.page.getByRole("button", { name: "Hide this" })).toBeVisible();
  await jon.press("Hide this");
  await expect(jon.page.getByRole("button", { name: "Hide this" })).toHaveCount(0);
  await expect(box).toHaveValue("I lied to you, but ");
});
