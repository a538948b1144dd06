import { io } from "socket.io-client";
import { expect, test } from "./support/journey";
import { begin, type Partner } from "./support/partner";

/** A move sent by hand, past the page: what the server alone makes of it. */
async function sendByHand(partner: Partner, move: object): Promise<unknown> {
  const cookies = await partner.page.context().cookies();
  const socket = io(partner.server.url, {
    transports: ["websocket"],
    extraHeaders: {
      Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; "),
      Origin: partner.server.url,
    },
  });
  const { conversationId } = partner;
  const answer = await socket
    .timeout(10_000)
    .emitWithAck("move", { conversationId, moveId: crypto.randomUUID(), move });
  socket.disconnect();
  return answer;
}

test("an out-of-turn move sent by hand is refused and stored nowhere", async ({ mara, jon }) => {
  await begin(mara, jon);
  const answer = await sendByHand(jon, { kind: "say", words: { text: "Out of turn." } });
  expect(answer).toEqual({ ok: false, refusal: { kind: "not-your-turn" } });
  expect(await sendByHand(jon, { kind: "say", seat: "a", words: { text: "As her." } })).toMatchObject({
    ok: false,
    refusal: { kind: "bad-request" },
  });
  for (const { page } of [mara, jon]) {
    await page.reload();
    await expect(page.getByText("Out of turn.")).toHaveCount(0);
    await expect(page.getByText("As her.")).toHaveCount(0);
  }
  await mara.say("In turn.");
});

test("a third browser with the used link gets the same page as with an unknown one", async ({
  mara,
  jon,
  newPartner,
}) => {
  const link = await mara.start();
  await jon.join(link);
  const third = await newPartner("Somebody");
  const bodyOf = async (address: string) => {
    await third.page.goto("about:blank");
    await third.page.goto(address);
    await expect(third.text("This link does not lead anywhere, or not any more.")).toBeVisible();
    return third.page.getByRole("main").textContent();
  };
  const used = await bodyOf(link);
  const unknown = await bodyOf(`${mara.server.url}/j/${"A".repeat(22)}#${"b".repeat(43)}`);
  const withoutSecret = await bodyOf(link.replace(/#.*/, ""));
  expect(unknown).toBe(used);
  expect(withoutSecret).toBe(used);
});

test("a stranger's conversation looks like an address that does not exist", async ({
  mara,
  jon,
  newPartner,
}) => {
  await begin(mara, jon);
  const stranger = await newPartner("Somebody");
  const statusOf = async (address: string) => (await stranger.page.goto(address))?.status();
  expect(await statusOf(mara.page.url())).toBe(404);
  const strangers = await stranger.page.getByRole("main").textContent();
  expect(await statusOf("/c/01a20427-90f6-754f-a2ac-a5067801d8e3")).toBe(404);
  expect(await stranger.page.getByRole("main").textContent()).toBe(strangers);
});

test("too many characters are refused with the words kept", async ({ mara, jon }) => {
  await begin(mara, jon);
  const long = "a".repeat(8_001);
  await mara.write("What would you like to say?", long);
  await mara.press("Say it");
  await expect(mara.page.getByRole("main").getByRole("alert")).toContainText("longer than 8,000 characters");
  await expect(mara.page.getByLabel("What would you like to say?")).toHaveValue(long);
});

test("words are shown as they are, whatever they look like", async ({ mara, jon }) => {
  await begin(mara, jon);
  const words = `<img src=x onerror="alert(1)"> javascript:alert(1) '; drop table move; --`;
  await mara.say(words);
  await jon.reads(words);
  await expect(jon.page.getByRole("link", { name: /javascript/ })).toHaveCount(0);
});
