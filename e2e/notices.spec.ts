import type { ParsedMail } from "mailparser";
import { startEvenground } from "./support/evenground-server";
import { test as base, expect } from "./support/journey";
import { type MailSink, startMailSink } from "./support/mail-sink";
import { begin, type Partner } from "./support/partner";

// Discreet notices, from a move to the mailbox and back: a real mail server, and a clock that the journey moves.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Nothing that was said, nobody's name, nothing of what this place is for. */
const NEVER_IN_A_MAIL =
  /Mara|Jon\b|eleven|Coming home|Speak and reflect|partner|trust|relationship|conversation/;

const test = base.extend<object, { readonly sink: MailSink }>({
  sink: [
    async ({ browserName: _ }, use) => {
      const sink = await startMailSink();
      await use(sink);
      await sink.close();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ sink }, use) => {
      const variables = { SMTP_URL: sink.url, MAIL_FROM: "post@mail.example", NOTICES_EVERY_SECONDS: "1" };
      const server = await startEvenground(variables);
      await use(server);
      await server.remove();
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

test("told once when the floor comes to somebody who is not there; one click stops it", async ({
  mara,
  jon,
  sink,
}) => {
  const address = "jon@example.org";
  await begin(mara, jon);
  await wantsNotices(jon, sink, address, { quietInHours: 20, forHours: 1 });
  const code = 1; // the mail with the code he signed in with
  const jonsPage = await goesAway(jon);
  await mara.say("I would like to know before eleven.");
  await timePasses(mara, 5 * MINUTE);
  expect(sink.to(address)).toHaveLength(code);
  await timePasses(mara, 6 * MINUTE);
  const notice = await sink.newest(address, code + 1);
  expect(notice.subject).toBe("There is something waiting for you.");
  expect(JSON.stringify([notice.text, notice.html, notice.headerLines])).not.toMatch(NEVER_IN_A_MAIL);

  // The link leads to what waits. Within six hours he is asked again, and not told again.
  await jon.page.goto(/https?:\S+\/home/.exec(notice.text ?? "")?.[0] ?? "none");
  await expect(jon.page.getByRole("link", { name: "Go to the conversation" })).toBeVisible();
  await jon.page.goto(jonsPage);
  await jon.reflect("You want a message.");
  await goesAway(jon);
  await mara.press("Yes, that’s it");
  await mara.press("Pass the floor");
  await timePasses(mara, 5 * HOUR);
  expect(sink.to(address)).toHaveLength(code + 1);
  await timePasses(mara, HOUR);
  const second = await sink.newest(address, code + 2);

  // One click, without a sign-in, as a mail program makes it.
  const stopped = await fetch(oneClickOf(second), {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
  expect(stopped.status).toBe(200);
  await jon.page.goto(jonsPage);
  await jon.say("I hear you.");
  await goesAway(jon);
  await mara.reflect("You hear me.");
  await timePasses(mara, 12 * HOUR);
  expect(sink.to(address)).toHaveLength(code + 2);
});

test("not told when they came by themselves, nor in quiet hours, but after them", async ({
  mara,
  jon,
  sink,
}) => {
  const address = "jon-at-night@example.org";
  await begin(mara, jon);
  await wantsNotices(jon, sink, address, { quietInHours: 1, forHours: 3 });
  const code = 1;
  const jonsPage = await goesAway(jon);
  await mara.say("I would like to know before eleven.");
  await jon.page.goto(jonsPage);
  await jon.isConnected();
  await goesAway(jon);
  await timePasses(mara, 30 * MINUTE);
  expect(sink.to(address)).toHaveLength(code);

  // He is asked again; by the time he would be told, his quiet hours have begun.
  await jon.page.goto(jonsPage);
  await jon.reflect("You want a message.");
  await goesAway(jon);
  await mara.press("Not yet");
  await mara.page.getByLabel("What was missing?").fill("By half past ten.");
  await mara.press("Say what was missing");
  await timePasses(mara, HOUR);
  expect(sink.to(address)).toHaveLength(code);
  await timePasses(mara, 4 * HOUR);
  await sink.newest(address, code + 1);
});

/** Signs in by mail, as the guest they were, and says yes to notices by mail; quiet some hours from now on. */
async function wantsNotices(
  partner: Partner,
  sink: MailSink,
  address: string,
  { quietInHours, forHours }: { readonly quietInHours: number; readonly forHours: number },
): Promise<void> {
  await partner.calls("/api/sign-in/code", { address });
  const { text = "" } = await sink.newest(address, 1);
  const code = /\b\d{6}\b/.exec(text)?.[0] ?? "none";
  await partner.calls("/api/sign-in", { code });
  const hour = (hours: number) =>
    new Date(partner.server.now() + hours * HOUR)
      .toISOString()
      .slice("2026-11-23T".length, -":00.000Z".length);
  const quiet = { quietFrom: hour(quietInHours), quietTo: hour(quietInHours + forHours), timeZone: "UTC" };
  await partner.calls("/api/me/notices", quiet);
  await partner.calls("/api/consents", { what: "notices", given: true });
}

/** Leaves the page, as people do; gives where to come back to. */
async function goesAway(partner: Partner): Promise<string> {
  const address = partner.page.url();
  await partner.goAway();
  return address;
}

/** The server's clock goes on, and it has looked twice since for what is due. */
async function timePasses({ server, page }: Partner, milliseconds: number): Promise<void> {
  await server.forward(milliseconds);
  const looks = async () => {
    const headers = { Authorization: "Bearer a-token-for-the-journeys" };
    const metrics = await (await page.request.get("/api/metrics", { headers })).text();
    return Number(
      /^evenground_jobs_total\{name="notices",outcome="looked"\} (\d+)/m.exec(metrics)?.[1] ?? "0",
    );
  };
  const before = await looks();
  await expect.poll(looks).toBeGreaterThanOrEqual(before + 3);
}

/** The address of RFC 8058, from the head of a mail. */
function oneClickOf(mail: ParsedMail): string {
  const line = mail.headerLines.find(({ key }) => key === "list-unsubscribe")?.line ?? "";
  return /<(https?:[^>]+)>/.exec(line.replace(/\s/g, ""))?.[1] ?? "none";
}
