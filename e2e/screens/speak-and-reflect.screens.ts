import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "../support/journey";
import { begin } from "../support/partner";
import { keepScreen } from "../support/screens";

const WIDE = { viewport: { width: 1180, height: 860 } };
const PHONE = { viewport: { width: 390, height: 860 }, deviceScaleFactor: 1 };

test("the same moment in two windows", async ({ newPartner }) => {
  const mara = await newPartner("Mara", WIDE);
  const jon = await newPartner("Jon", PHONE);
  await begin(mara, jon, { topic: "Coming home late" });
  await mara.say(
    "When you came home at eleven on Thursday and hadn’t written, I lay there doing the sums again. It took me right back to March.",
  );
  await jon.reflect("Thursday I was late and didn’t write, and you were worried.");
  await mara.press("Partly");
  await mara.write("What was missing?", "It wasn’t worry. It was March again.");
  await mara.press("Say what was missing");
  await jon.write(
    "Say back what you heard, with what was missing",
    "You lay there and it was March again, the counting, not knowing.",
  );
  await keepScreen(mara.page, "conversation-wide");
  await keepScreen(jon.page, "conversation-phone");

  const picture = (name: string) => {
    const file = path.resolve(import.meta.dirname, `../../docs/screens/${name}.png`);
    return `data:image/png;base64,${readFileSync(file).toString("base64")}`;
  };
  const both = await newPartner("Both", { viewport: { width: 1660, height: 930 } });
  await both.page.setContent(`
    <body style="margin:0;background:#d9d4ca;display:flex;gap:30px;padding:35px;box-sizing:border-box">
      <img style="border-radius:14px;box-shadow:0 12px 40px #0003" src="${picture("conversation-wide")}">
      <img style="border-radius:28px;box-shadow:0 12px 40px #0003" src="${picture("conversation-phone")}">
    </body>`);
  await keepScreen(both.page, "two-windows");
});

test("the first page, the invitation and the link", async ({ newPartner }) => {
  const mara = await newPartner("Mara", WIDE);
  const jon = await newPartner("Jon", PHONE);
  await mara.page.goto("/");
  await keepScreen(mara.page, "first-page-wide");
  await jon.page.goto("/");
  await keepScreen(jon.page, "first-page-phone");
  const link = await mara.start();
  await keepScreen(mara.page, "link-wide");
  await jon.page.goto(link);
  await jon.page.getByLabel("What should Mara call you here?").fill("Jon");
  await keepScreen(jon.page, "invitation-phone");
});

test("dark, on a phone", async ({ newPartner }) => {
  const dark = { ...PHONE, colorScheme: "dark" } as const;
  const mara = await newPartner("Mara", dark);
  const jon = await newPartner("Jon", dark);
  await begin(mara, jon);
  await mara.say("I would like to know before eleven, not after.");
  await jon.write("Say back what you heard", "You want to know before eleven.");
  await keepScreen(jon.page, "conversation-dark-phone");
});
