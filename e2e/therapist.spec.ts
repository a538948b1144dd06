import { expectNoViolationsInAnyLight } from "./support/axe";
import { fits } from "./support/fits";
import { expect, test } from "./support/journey";
import { begin, type Partner } from "./support/partner";
import { signIn } from "./support/sign-in";

const PROFILE = {
  name: "Dr. Winter",
  practice: "Practice at the park",
  registration: "PT-4711",
  jurisdiction: "Berlin, Germany",
  languages: "German, English",
  secrets: "none",
};

/** Says yes on their own page, to the one conversation there is, from its start. */
async function saysYes(partner: Partner, spaceId: string): Promise<void> {
  await partner.page.goto(`/home/${spaceId}/therapist`);
  await expect(partner.text("Nothing is shared until both of you have said yes.")).toBeVisible();
  await partner.page.getByRole("radio", { name: "From the start" }).check();
  await partner.press("Say yes to this list");
  await expect(partner.button("Change the list")).toBeVisible();
}

test("asked in by both, in the room, and out of it when one takes it back", async ({
  mara,
  jon,
  newPartner,
}) => {
  test.setTimeout(180_000);
  await begin(mara, jon);
  const { conversationId } = mara;
  await mara.say("I waited for you until nine.");
  const winter = await newPartner("Winter");
  await signIn(winter, "winter-room@example.org");
  await winter.calls("/api/therapist", PROFILE);

  // Mara makes a link; whoever opens it sees who asks, and nothing of the two.
  await mara.page.goto("/home");
  await expect(mara.page).toHaveURL(/\/home\/[0-9a-f-]{36}$/);
  const spaceId = new URL(mara.page.url()).pathname.split("/").at(-1) ?? "";
  await mara.page.goto(`/home/${spaceId}/therapist`);
  await mara.press("Make a link");
  const link = mara.page.getByLabel("The link for your therapist", { exact: true });
  await expect(link).toHaveValue(/\/j\//);
  await winter.page.goto(await link.inputValue());
  await expect(winter.page.getByRole("heading", { level: 1 })).toHaveText(
    "Mara would like to ask you in as a therapist.",
  );
  await expectNoViolationsInAnyLight(winter.page, "an invitation for a therapist");
  await winter.press("Take them on");
  await expect(winter.text("Nothing is shared yet")).toBeVisible();
  expect((await winter.page.goto(`/c/${conversationId}`))?.status()).toBe(404);

  // Each says yes alone. Jon is told on his own page that somebody was asked in.
  await jon.page.goto(`/home/${spaceId}`);
  await expect(jon.text("A therapist has been asked in.")).toBeVisible();
  await saysYes(mara, spaceId);
  await expectNoViolationsInAnyLight(mara.page, "a list of what is shared");
  await saysYes(jon, spaceId);
  await expect(jon.text("What both of you have named is open to Dr. Winter.")).toBeVisible();
  await jon.page.setViewportSize({ width: 320, height: 700 });
  await fits(jon.page);
  await jon.page.setViewportSize({ width: 1280, height: 720 });

  // In the room: seen by both, with what is read; reading from the start.
  for (const partner of [mara, jon, winter]) await partner.comesTo(conversationId);
  await winter.reads("I waited for you until nine.");
  for (const partner of [mara, jon])
    await expect(partner.text("with you, reads along").first()).toBeVisible();
  await expect(jon.text("Dr. Winter reads this too.").first()).toBeVisible();
  await expectNoViolationsInAnyLight(winter.page, "the third seat");

  await winter.press("Ask both to wait");
  for (const partner of [mara, jon]) await partner.isTold("Dr. Winter asks for a moment.");
  await winter.write("A sentence for both", "Take a breath, both of you.");
  await winter.press("Say it to both");
  for (const partner of [mara, jon]) await partner.reads("Take a breath, both of you.");
  await winter.press("Let it go on");
  await jon.isTold("Mara speaks. You say back what you heard.");

  // Apart with Jon: Mara is told that, and reads none of it.
  await winter.press("Speak with Jon alone");
  await jon.isTold("Dr. Winter speaks with you alone.");
  await mara.isTold("Dr. Winter speaks with Jon alone.");
  await winter.write("Only the two of you read this", "Is it all right for you?");
  await winter.press("Say it");
  await expect(jon.text("Is it all right for you?")).toBeVisible();
  await jon.write("Only the two of you read this", "It is, thank you.");
  await jon.press("Say it");
  await expect(winter.text("It is, thank you.")).toBeVisible();
  await expect(mara.page.getByText("Is it all right for you?")).toHaveCount(0);
  await expectNoViolationsInAnyLight(jon.page, "apart");
  await winter.press("Back to all together");
  await jon.reflect("You waited until nine.");
  await mara.press("Yes, that’s it");
  await winter.press("Give Jon the floor");
  await jon.isTold("You have the floor.");

  // Jon takes it back, in the middle: at once, and what was looked at stays to be read.
  await jon.page.goto(`/home/${spaceId}/therapist`);
  await expect(jon.text(/Dr. Winter opened the conversation/).first()).toBeVisible();
  await jon.press("Take my yes back");
  await jon.press("Yes, take it back");
  await expect(jon.text("Nothing is shared until both of you have said yes.")).toBeVisible();
  await expect(winter.page.locator("[data-connected=true]")).toHaveCount(0);
  await expect(mara.page.locator("[data-seat=t]").and(mara.text("Dr. Winter"))).toHaveCount(0);
  expect((await winter.page.goto(`/c/${conversationId}`))?.status()).toBe(404);
});

test("a therapist asks both, each by a link of their own", async ({ mara, jon, newPartner }) => {
  const winter = await newPartner("Winter");
  await signIn(winter, "winter-asks@example.org");
  await winter.calls("/api/therapist", PROFILE);
  await winter.page.goto("/practice");
  await winter.press("Begin with a couple");
  for (const [partner, which] of [
    [mara, "The link for the first"],
    [jon, "The link for the second"],
  ] as const) {
    const link = winter.page.getByLabel(which, { exact: true });
    await expect(link).toHaveValue(/\/j\//);
    await partner.page.goto(await link.inputValue());
    await expect(partner.text(/Dr. Winter invites you and your partner/)).toBeVisible();
    await expect(partner.text("Practice at the park")).toBeVisible();
    await partner.write("What should Dr. Winter call you here?", partner.name);
    await partner.press("Take your seat");
    await expect(partner.page).toHaveURL(/\/home\/[0-9a-f-]{36}/);
  }
  await expect(jon.text("A therapist has been asked in.")).toBeVisible();
  await winter.page.reload();
  await expect(winter.text("Nothing is shared yet")).toBeVisible();
});
