import { deepMirror } from "#conversation/guides/deep-mirror";
import { owningIt2 } from "#conversation/guides/owning-it-2";
import { expectNoViolationsInAnyLight } from "./support/axe";
import { bothAcknowledge, bothTalk, fillIn, meet, stepOf } from "./support/guide-walk";
import { expect, test } from "./support/journey";
import type { Partner } from "./support/partner";

test("axe finds nothing while a turn comes to its end", async ({ newPartner }) => {
  const [mara, jon] = [await newPartner("Mara"), await newPartner("Jon")];
  const link = await mara.start({ guide: deepMirror.title });
  await jon.join(link);
  await jon.page.getByRole("group", { name: "How stirred up" }).getByText("9", { exact: true }).click();
  await jon.text("No, not really", { exact: true }).click();
  await both("before the first step", mara, jon);
  await jon.press("Begin");
  await mara.isReady();
  const pair = { guide: deepMirror, opener: mara, other: jon, role: "first", isApart: false, address: "" };
  await bothAcknowledge(pair, "ground-rules");
  await mara.say("One thing.");
  await jon.reflect("That one thing.");
  await mara.press("Yes, that’s it");
  await mara.press("Pass the floor");
  await jon.write("Say back the whole of it", "All of it.");
  await both("the whole turn", mara, jon);
  await jon.press("Is that it?");
  await mara.press("Yes, that’s it");
  await jon.write("What sense does it make to you, as Mara sees it?", "It makes sense.");
  await both("what sense it makes", mara, jon);
  await jon.press("Say it");
  await jon.write("How do you think it feels for Mara?", "Heavy.");
  await both("how it feels", mara, jon);
  await jon.press("Is that how it feels?");
  await mara.press("Not quite");
  await both("how it really feels", mara, jon);
});

test("axe finds nothing while something is marked and agreed", async ({ newPartner }) => {
  const [mara, jon] = [await newPartner("Mara"), await newPartner("Jon")];
  const pair = await meet(owningIt2, mara, jon);
  await bothAcknowledge(pair, "before");
  await bothTalk(pair, "hear");
  const prepare = stepOf(owningIt2, "prepare", "write");
  await fillIn(jon, prepare, prepare.fields);
  await jon.page.getByRole("textbox", { name: prepare.fields[0]?.label ?? "" }).fill("I lied, but ");
  await expect(jon.button("Hide this")).toBeVisible();
  await both("writing, with a hint", mara, jon);
  await jon.press("Keep my answer");
  await jon.press("Send it");
  await mara.press("Not yet");
  await both("marking", mara, jon);
  await mara.press("Leave the rest for later");
  const amends = stepOf(owningIt2, "amends", "settle");
  await fillIn(jon, amends, amends.fields);
  await both("offering", mara, jon);
  await jon.press("Offer it");
  await mara.press("Change it");
  await both("changing what was offered", mara, jon);
  await mara.press("Leave it");
  await mara.press("Yes, agreed");
  await both("what was agreed", mara, jon);
  await mara.press("That is all for now");
  await jon.press("That is all for now");
  await jon.isTold("You have come to the end of this conversation.");
  await both("the end", mara, jon);
});

async function both(where: string, mara: Partner, jon: Partner): Promise<void> {
  for (const { name, page } of [mara, jon]) await expectNoViolationsInAnyLight(page, `${where}, ${name}`);
}
