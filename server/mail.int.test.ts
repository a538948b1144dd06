import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { openTestDatabase } from "#db/testing/test-database";
import { askForCode } from "./sign-in/ask-for-code";
import { startPost } from "./testing/test-post";
import { startTestServer, type TestServer } from "./testing/test-server";

// Mail by a real SMTP server, and mail that is kept.

const database = await openTestDatabase();
afterAll(database.close);

async function start(variables: Record<string, string> = {}): Promise<TestServer> {
  const server = await startTestServer({ database, variables: { CODES_PER_HOUR: "1000", ...variables } });
  onTestFinished(server.stop);
  return server;
}

async function ask({ ground, requester }: TestServer, address: string) {
  return askForCode(ground.signing, await requester(), { address }, ground.origins);
}

test("a mail goes by SMTP from the address that was given, to one address, and says nothing in its head", async () => {
  const post = await startPost();
  const server = await start({ SMTP_URL: post.url, MAIL_FROM: "Post <post@mail.example>" });
  expect(server.ground.mail.reaches).toBe("people");
  expect(await ask(server, "Ada@Example.org")).toMatchObject({ ok: true });
  expect(post.received).toHaveLength(1);
  const [mail] = post.received;
  expect(mail).toMatchObject({ from: "post@mail.example", to: ["ada@example.org"] });
  const head = mail?.head ?? "";
  expect(head).toContain("From: Post <post@mail.example>");
  expect(head).toContain("To: ada@example.org");
  expect(head).toContain("Subject: There is something waiting for you.");
  expect(head).toContain("Auto-Submitted: auto-generated");
  const code = /\b\d{6}\b/.exec(mail?.body ?? "")?.[0] ?? "none";
  expect(head).not.toContain(code);
  expect(head).not.toMatch(/evenground|nodemailer|partner|trust/i);
  expect(await server.ground.mail.kept()).toBeNull();
});

test("asvs 1.3.11: no address adds a line or another reader to a mail", async () => {
  const post = await startPost();
  const server = await start({ SMTP_URL: post.url, MAIL_FROM: "post@mail.example" });
  for (const address of [
    "ada@example.org\r\nBcc: eve@example.org",
    "ada@example.org\nSubject: hello",
    "ada@example.org>\r\nRCPT TO:<eve@example.org",
    "ada@example.org, eve@example.org",
    "ada@example.org;eve@example.org",
    "<eve@example.org>ada@example.org",
    '"ada@example.org" <eve@example.org>',
    "group: ada@example.org;",
  ])
    expect(await ask(server, address)).toEqual({ ok: false, refusal: { kind: "bad-address" } });
  expect(post.received).toEqual([]);
  // Past the gate, too: nodemailer is given an address and parses none out of it.
  await server.ground.mail
    .send("ada@example.org, eve@example.org\r\nBcc: eve@example.org", { kind: "address-changed" }, "en")
    .catch(() => {});
  expect(post.received.flatMap(({ to }) => to)).not.toContain("eve@example.org");
  for (const { head } of post.received) expect(head).not.toMatch(/^Bcc:/im);
});

test("a mail server that refuses is a fault in the log, without the address", async () => {
  const server = await start({ SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "post@mail.example" });
  await expect(ask(server, "ada@example.org")).rejects.toMatchObject({ code: "ESOCKET" });
  server.ground.log.fault("test", await ask(server, "ada@example.org").catch((error: unknown) => error));
  expect(server.log.join()).toContain("ESOCKET");
  expect(server.log.join()).not.toContain("example.org");
});

test("without a mail server, mail is kept for its owner's eyes: the newest fifty", async () => {
  const server = await start();
  const { mail, environment } = server.ground;
  expect(mail.reaches).toBe("this-machine");
  expect(await mail.kept()).toEqual([]);
  for (let count = 1; count <= 52; count += 1) {
    await ask(server, `number-${count}@example.org`);
    server.clock.forward(1);
  }
  const kept = (await mail.kept()) ?? [];
  expect(kept).toHaveLength(50);
  expect(kept[0]).toMatchObject({
    to: "number-52@example.org",
    at: new Date(server.clock.now().getTime() - 1),
  });
  const folder = path.join(environment.DATA_DIR, "mail");
  for (const name of readdirSync(folder)) {
    expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(folder, name), "utf8")).not.toContain("number-1@");
  }
});
