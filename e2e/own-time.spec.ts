import { expect, test } from "./support/journey";

const DAY = 86_400_000;

test("the same conversation in their own time: days apart, never both there", async ({
  mara,
  jon,
  server,
}) => {
  const link = await mara.start();
  await mara.acceptGroundRules();
  const conversation = mara.page.url();
  await mara.goAway();

  await server.forward(DAY);
  await jon.join(link);
  const jonsAddress = jon.page.url();
  await jon.acceptGroundRules();
  await jon.isTold("Mara speaks. You listen.");
  await jon.goAway();

  await server.forward(DAY);
  await mara.page.goto(conversation);
  await mara.isConnected();
  await mara.say("I would like to know before eleven.");
  await mara.goAway();

  await jon.page.goto(jonsAddress);
  await jon.isConnected();
  await jon.reflect("You want a message before eleven.");
  await jon.goAway();

  await server.forward(DAY);
  await mara.page.goto(conversation);
  await mara.press("Yes, that’s it");
  await mara.press("I was heard");
  await mara.isTold("Jon speaks. You listen.");
  await mara.goAway();

  await jon.page.goto(jonsAddress);
  await jon.isConnected();
  await jon.say("I will write.");
  await jon.goAway();
  await mara.page.goto(conversation);
  await mara.isConnected();
  await mara.reflect("You will write.");
  await mara.goAway();
  await jon.page.goto(jonsAddress);
  await jon.press("Yes, that’s it");
  await jon.press("I was heard");

  await jon.write("What is one thing you understand now that you did not before?", "What eleven means.");
  await jon.press("Keep my answer");
  await jon.isTold("Kept. Mara still writes.");
  await jon.goAway();
  await server.forward(DAY);
  await mara.page.goto(conversation);
  await expect(mara.text("What eleven means.")).toBeHidden();
  await mara.press("I’d rather not say");
  await mara.reads("What eleven means.");
  await mara.rate("7");
  await mara.goAway();
  await jon.page.goto(jonsAddress);
  await jon.rate("7");
  await jon.isTold("You have come to the end of this conversation.");
  await mara.page.goto(conversation);
  await mara.isTold("You have come to the end of this conversation.");
});

test("coming back on the same browser continues, from the first page too", async ({ mara }) => {
  await mara.start();
  const conversation = mara.page.url();
  await mara.page.goto("/");
  await mara.page.getByRole("link", { name: /^A conversation/ }).click();
  await expect(mara.page).toHaveURL(conversation);
});
