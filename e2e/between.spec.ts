import { expectNoViolationsInAnyLight } from "./support/axe";
import { fits } from "./support/fits";
import { expect, test } from "./support/journey";
import { share } from "./support/lasting";
import { begin } from "./support/partner";
import { spaceOf, worksWith } from "./support/with-therapist";

test("asked between two meetings: of both, done apart; of one, who says no, and the other never learns of it", async ({
  mara,
  jon,
  newPartner,
}) => {
  test.setTimeout(120_000);
  const spaceId = await share(mara, jon);
  const winter = await newPartner("Winter");
  const id = await worksWith(winter, { mara, jon }, { spaceId });

  // Of both a conversation, with what they will see before it is asked.
  await winter.page.goto(`/practice/${id}`);
  await winter.page.getByRole("link", { name: "Ask for something until you meet again" }).click();
  await winter.page.getByLabel("Which guide?").selectOption({ label: "Boundary agreement" });
  await winter.write("A note to it (may stay empty)", "Take an evening for it.");
  const preview = winter.page.getByRole("region", { name: "What both will see" });
  await expect(preview.getByText("Dr. Winter asks this of both of you")).toBeVisible();
  await expect(preview.getByText("Take an evening for it.")).toBeVisible();
  await expectNoViolationsInAnyLight(winter.page, "asking for something");
  await winter.press("Ask for it");
  await expect(winter.text("It is asked.")).toBeVisible();

  // Of Mara alone something to read.
  await winter.page.getByRole("radio", { name: "Something to read" }).check();
  await winter.page.getByRole("radio", { name: "Mara" }).check();
  await winter.write("The text", "On being afraid of the next silence.");
  await winter.press("Ask for it");
  await expect(winter.text("Mara: not answered")).toHaveCount(2);
  await winter.page.setViewportSize({ width: 320, height: 700 });
  await fits(winter.page);
  await winter.page.setViewportSize({ width: 1280, height: 720 });

  await mara.page.goto(`/home/${spaceId}`);
  await mara.page.getByRole("link", { name: "Look at it." }).click();
  await expect(mara.text("On being afraid of the next silence.")).toBeVisible();
  await expectNoViolationsInAnyLight(mara.page, "what is asked of one");
  await mara.page.setViewportSize({ width: 320, height: 700 });
  await fits(mara.page);
  await mara.page.setViewportSize({ width: 1280, height: 720 });
  const reading = mara.page.getByRole("article").filter({ hasText: "On being afraid" });
  await reading.getByRole("button", { name: "This is not for me" }).click();
  await expect(mara.text("You said that it is not for you.")).toBeVisible();

  // Whoever comes first begins it; the other comes into the same one.
  await mara.press("Begin the conversation");
  await mara.isConnected();
  const { conversationId } = mara;
  await jon.page.goto(`/home/${spaceId}/asked`);
  await expect(jon.page.getByRole("article")).toHaveCount(1);
  await expect(jon.page.getByText("afraid")).toHaveCount(0);
  await jon.page.getByRole("link", { name: "Open the conversation" }).click();
  await jon.isConnected();
  expect(jon.conversationId).toBe(conversationId);
  for (const partner of [mara, jon]) {
    await partner.page.goto(`/home/${spaceId}/asked`);
    await partner.press("I have done this");
    await expect(partner.text("You said that it is done.")).toBeVisible();
  }
  await winter.page.reload();
  await expect(winter.text("Mara: not for them")).toBeVisible();
  await expect(winter.text("Mara: done")).toBeVisible();
  await expect(winter.text("Jon: done")).toBeVisible();
  await mara.page.goto(`/home/${spaceId}`);
  await expect(mara.page.getByRole("link", { name: "Look at it." })).toHaveCount(0);
});

test("before a meeting apart: where one is, for the therapist alone, and a word that asks for a hold", async ({
  mara,
  jon,
  newPartner,
}) => {
  test.setTimeout(120_000);
  await begin(mara, jon);
  const { conversationId } = mara;
  const spaceId = await spaceOf(mara);
  const winter = await newPartner("Winter");
  await worksWith(winter, { mara, jon }, { spaceId, conversations: { [conversationId]: "start" } });

  await mara.page.goto(`/home/${spaceId}/before`);
  await mara.press("Give it to Dr. Winter");
  await expect(mara.text("Write at least one of the three.")).toBeVisible();
  await mara.write("Where you are", "At my sister’s, Lindenstraße 4");
  await mara.write("Whom to call", "Ida, 0151 234567");
  await mara.write("A word for a pause", "harbour");
  await mara.press("Give it to Dr. Winter");
  await expect(mara.text("Dr. Winter can read this now.")).toBeVisible();
  await expectNoViolationsInAnyLight(mara.page, "before a meeting apart");
  await mara.page.setViewportSize({ width: 320, height: 700 });
  await fits(mara.page);
  await mara.page.setViewportSize({ width: 1280, height: 720 });

  for (const partner of [mara, jon, winter]) await partner.comesTo(conversationId);
  await expect(winter.text("Call: Ida, 0151 234567")).toBeVisible();
  await expect(jon.page.getByText("harbour")).toHaveCount(0);
  await mara.press("harbour");
  await expect(mara.text("It is marked.")).toBeVisible();
  await expect(winter.page.getByRole("alert").getByText("Mara said “harbour”")).toBeVisible();
  await expectNoViolationsInAnyLight(winter.page, "asked for a hold");
  await winter.press("Ask both to wait");
  for (const partner of [mara, jon]) await partner.isTold("Dr. Winter asks for a moment.");
  await expect(winter.page.getByText("Mara said “harbour”")).toHaveCount(0);
  await expect(jon.page.getByText("harbour")).toHaveCount(0);

  await mara.page.goto(`/home/${spaceId}/before`);
  await mara.press("Take it back");
  await expect(mara.button("Take it back")).toHaveCount(0);
  await expect(winter.page.getByText("Ida, 0151 234567")).toHaveCount(0);
});
