import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { signIn as signInTable } from "#db/schema";
import { dumpOf } from "#db/testing/dump";
import { ADDRESS_HEADER } from "#server/addresses";
import { setEvenground } from "#server/evenground";
import { startTestServer } from "#server/testing/test-server";
import { closed } from "#server/testing/test-socket";
import { textsIn } from "#server/texts";
import * as auth from "../auth/[...nextauth]/route";
import * as me from "../me/route";
import * as signOut from "../sign-out/route";
import { openBrowser } from "../testing/browser";
import { answerOf, get, post } from "../testing/calling";
import { serverLike } from "../testing/server-like";
import { codeFor, mailTo, member, newAddress, signInByMail } from "../testing/signing-in";
import * as code from "./code/route";
import * as signIn from "./route";

// Signing in with a code by mail, and out.

const server = await startTestServer();
afterAll(server.stop);
beforeEach(() => setEvenground(server.ground));

const { clock } = server;
const MINUTE = 60_000;
const refused = (kind: string, more: object = {}) => ({ status: 400, body: { refusal: { kind, ...more } } });
const NOBODY = { status: 401, body: { refusal: { kind: "not-signed-in" } } };
const wrong = (right: string) => String((Number(right) + 1) % 1_000_000).padStart(6, "0");

describe("a code by mail", () => {
  test("signs in whoever types it in the browser that asked", async () => {
    const browser = openBrowser();
    const address = newAddress();
    expect(await signInByMail(browser, address)).toEqual({ status: 200, body: { wasGuest: false } });
    expect(await browser.read(me)).toEqual({
      status: 200,
      body: { name: "", guest: false, wasGuest: false, address },
    });
    expect(await signInByMail(openBrowser(), address.toUpperCase().replace("EXAMPLE", "Example"))).toEqual({
      status: 200,
      body: { wasGuest: false },
    });
    const [mail] = (await server.ground.mail.kept()) ?? [];
    expect(mail?.to).toBe(address); // in small letters
  });

  test("asvs 6.5.1: is used once", async () => {
    const browser = openBrowser();
    const typed = await codeFor(browser, newAddress());
    expect(await browser.say(signIn, { code: typed })).toMatchObject({ status: 200 });
    const signedIn = browser.guest();
    const before = await server.database.db.$count(signInTable);
    expect(await browser.say(signIn, { code: typed })).toEqual(refused("code-used"));
    expect(await browser.say(signIn, { code: wrong(typed) })).toEqual(refused("code-used"));
    expect(browser.guest()).toEqual(signedIn);
    expect(await server.database.db.$count(signInTable)).toBe(before);
  });

  test("asvs 6.5.1: of many presses at the same time one signs in", async () => {
    const browser = openBrowser();
    const typed = await codeFor(browser, newAddress());
    const Cookie = browser.cookieHeader();
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => (await post(signIn, { code: typed }, { Cookie })).status),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  });

  test("asvs 6.5.5: works for ten minutes", async () => {
    const browser = openBrowser();
    const address = newAddress();
    const typed = await codeFor(browser, address);
    clock.forward(10 * MINUTE);
    expect(await browser.say(signIn, { code: typed })).toEqual(refused("code-expired"));
    expect(await browser.read(me)).toEqual(NOBODY);
    const another = await codeFor(browser, address);
    clock.forward(10 * MINUTE - 1);
    expect(await browser.say(signIn, { code: another })).toMatchObject({ status: 200 });
  });

  test("is worth nothing after five wrong tries, not even the right one", async () => {
    const browser = openBrowser();
    const typed = await codeFor(browser, newAddress());
    for (const left of [4, 3, 2, 1, 0])
      expect(await browser.say(signIn, { code: wrong(typed) })).toEqual(refused("code-wrong", { left }));
    expect(await browser.say(signIn, { code: typed })).toEqual(refused("code-wrong", { left: 0 }));
    expect(await browser.read(me)).toEqual(NOBODY);
  });

  test("a hundred wrong tries at the same time are five", async () => {
    const browser = openBrowser();
    const typed = await codeFor(browser, newAddress());
    const Cookie = browser.cookieHeader();
    await Promise.all(Array.from({ length: 100 }, () => post(signIn, { code: wrong(typed) }, { Cookie })));
    expect(await browser.say(signIn, { code: typed })).toEqual(refused("code-wrong", { left: 0 }));
  });

  test("asvs 6.6.2: does nothing in another browser, and still works where it was asked for", async () => {
    const browser = openBrowser();
    const typed = await codeFor(browser, newAddress());
    const other = openBrowser();
    expect(await other.say(signIn, { code: typed })).toEqual(refused("code-elsewhere"));
    other.cookies.set("evenground-asked", "x".repeat(43));
    expect(await other.say(signIn, { code: typed })).toEqual(refused("code-elsewhere"));
    await codeFor(other, newAddress());
    expect(await other.say(signIn, { code: typed })).toEqual(refused("code-wrong", { left: 4 }));
    expect(await other.read(me)).toEqual(NOBODY);
    expect(await browser.say(signIn, { code: typed })).toMatchObject({ status: 200 });
  });

  test("a newer one takes the place of an older one in the same browser", async () => {
    const browser = openBrowser();
    const address = newAddress();
    const older = await codeFor(browser, address);
    const holder = browser.cookies.get("evenground-asked") ?? "";
    clock.forward(MINUTE);
    const newer = await codeFor(browser, address);
    if (older !== newer)
      expect(await browser.say(signIn, { code: older })).toEqual(refused("code-wrong", { left: 4 }));
    const before = openBrowser();
    before.cookies.set("evenground-asked", holder);
    expect(await before.say(signIn, { code: older })).toEqual(refused("code-elsewhere"));
    expect(await browser.say(signIn, { code: newer })).toMatchObject({ status: 200 });
  });

  test("asvs 3.5.3: a mail scanner that opens the link and whatever it finds changes nothing", async () => {
    const browser = openBrowser();
    const address = newAddress();
    const typed = await codeFor(browser, address);
    const holder = browser.cookies.get("evenground-asked") ?? "";
    for (const path of [
      `callback/email?token=${typed}&email=${encodeURIComponent(address)}`,
      `callback/email?token=${typed}.${holder}`,
      "signin/email",
      "session",
      "providers",
      "signout",
    ])
      for (const handler of [auth.GET, auth.POST]) {
        const method = handler === auth.GET ? "GET" : "POST";
        const request = new Request(`http://server/api/auth/${path}`, {
          method,
          headers: { Cookie: browser.cookieHeader(), Origin: server.ground.origins.main },
        });
        const response = await handler(request);
        expect([path, method, response.status]).toEqual([path, method, 404]);
        expect(response.headers.getSetCookie()).toEqual([]);
      }
    for (const handler of [signIn, code, signOut]) expect(handler).not.toHaveProperty("GET");
    expect(await browser.say(signIn, { code: typed })).toMatchObject({ status: 200 });
  });

  test("asvs 3.3.3: what the browser holds is for it alone, and for ten minutes", async () => {
    const line = async (headers = {}) =>
      (await post(code, { address: newAddress() }, headers)).headers.get("set-cookie") ?? "";
    const attributes = "Path=/; HttpOnly; SameSite=Lax; Max-Age=600";
    expect(await line()).toMatch(new RegExp(`^evenground-asked=[\\w-]{43}; ${attributes}$`));
    const variables = {
      PUBLIC_URL: "https://evenground.example",
      SMTP_URL: "smtp://127.0.0.1:1",
      MAIL_FROM: "a@b.example",
    };
    const secure = await serverLike(server, { variables });
    const response = await post(code, { address: newAddress() }, { Origin: secure.ground.origins.main });
    expect(response.status).toBe(500); // nobody listens there: it is said, and not kept quiet
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  test("a page is told whether a code is waited for that still works", async () => {
    const browser = openBrowser();
    const waiting = () => server.ground.isCodeWaiting(browser.cookies.get("evenground-asked") ?? "");
    expect(await waiting()).toBe(false);
    const typed = await codeFor(browser, newAddress());
    expect(await waiting()).toBe(true);
    await browser.say(signIn, { code: typed });
    expect(await waiting()).toBe(false);
  });
});

describe("the mail", () => {
  test("says what to do and nothing of what it is for; no code is in its subject", async () => {
    const address = newAddress();
    const typed = await codeFor(openBrowser(), address);
    const { subject, text } = await mailTo(address);
    expect(subject).toBe("There is something waiting for you.");
    expect(text).toContain(`\n${server.ground.origins.main}/sign-in/code#${typed}\n`);
    const said = text.replaceAll(server.ground.origins.main, "");
    expect(said).not.toMatch(/evenground|partner|trust|relation|couple|conversation/i);
  });

  test("is in the language of whoever asked", async () => {
    const address = newAddress();
    await openBrowser().post(code, { address }, { "Accept-Language": "de" });
    const { subject } = await mailTo(address);
    const t = await textsIn("de", "mail");
    expect(subject).toBe(t("subject"));
  });

  test("asvs 1.3.11: goes to a plain address or nowhere", async () => {
    const before = (await server.ground.mail.kept())?.length;
    for (const address of [
      "a,b@x.org",
      "x<y@z>.org",
      "a@x.org\r\nBcc: b@x.org",
      "a;b@x.org",
      '"a"@x.org',
      "ａ@x.org",
    ])
      expect(await openBrowser().say(code, { address })).toEqual(refused("bad-address"));
    expect(await openBrowser().say(code, { address: `${"a".repeat(300)}@x.org` })).toEqual(
      refused("bad-address"),
    );
    for (const body of [{}, { address: ["a@x.org"] }, { address: "a@x.org", origin: "https://evil.example" }])
      expect(await openBrowser().say(code, body)).toMatchObject({
        body: { refusal: { kind: "bad-request" } },
      });
    expect((await server.ground.mail.kept())?.length).toBe(before);
  });

  test("asvs 3.5.1: is sent for our own pages alone", async () => {
    for (const Origin of ["https://evil.example", "null", ""])
      for (const handler of [code, signIn, signOut])
        expect((await post(handler, { address: newAddress() }, { Origin })).status).toBe(403);
  });

  test("asvs 2.4.1: three an hour go to one address, known or not, and twenty from one", async () => {
    const known = (await member()).address;
    clock.forward(60 * MINUTE);
    const statuses = async (address: string, times: number) => {
      const all = [];
      for (let time = 0; time < times; time += 1)
        all.push((await openBrowser().post(code, { address })).status);
      return all;
    };
    expect(await statuses(newAddress(), 4)).toEqual([200, 200, 200, 429]);
    // A limit counts real time, and this one has had a code already.
    expect(await statuses(known, 3)).toEqual([200, 200, 429]);
    const from = { [ADDRESS_HEADER]: "192.0.2.77" };
    const fromOne = [];
    for (let time = 0; time < 21; time += 1)
      fromOne.push((await openBrowser().post(code, { address: newAddress() }, from)).status);
    expect(fromOne.indexOf(429)).toBe(20);
  });

  test("is not offered where there is no way to send it and others may come", async () => {
    const own = await serverLike(server, { variables: { PUBLIC_URL: "https://evenground.example" } });
    expect(own.ground.mail.reaches).toBe("nobody");
    expect(await own.ground.mail.kept()).toBeNull();
    const response = await post(code, { address: newAddress() }, { Origin: own.ground.origins.main });
    expect(response.status).toBe(404);
  });
});

describe("nothing tells who is here", () => {
  test("asvs 6.3.8: a known and an unknown address get the same answer in the same time", async () => {
    const own = await serverLike(server, { variables: { CODES_PER_HOUR: "100000" } });
    const { address: known } = await member();
    const took = { known: [] as number[], unknown: [] as number[] };
    const bodies = new Set<string>();
    const ask = async (address: string) => {
      const began = performance.now();
      const response = await openBrowser().post(code, { address });
      const time = performance.now() - began;
      const cookie = response.headers.get("set-cookie")?.replace(/=[\w-]{43};/, "=…;");
      bodies.add(`${response.status} ${await response.text()} ${cookie}`);
      return time;
    };
    for (let time = 0; time < 60; time += 1) {
      took.known.push(await ask(known));
      took.unknown.push(await ask(newAddress()));
    }
    expect(bodies.size).toBe(1);
    expect(Math.abs(median(took.known) - median(took.unknown))).toBeLessThan(5);
    expect(own.log.join()).not.toContain("example.org");
  });

  test("asvs 14.2.4: no code, no token and no secret of a browser is in the database, and no address in the log", async () => {
    const browser = openBrowser();
    const address = newAddress();
    const typed = await codeFor(browser, address);
    const holder = browser.cookies.get("evenground-asked") ?? "";
    await browser.say(signIn, { code: typed });
    const dump = await dumpOf(server.database);
    const secrets = [holder, browser.guest().token, `${typed}.${holder}`];
    for (const secret of secrets) {
      expect(dump).not.toContain(secret);
      expect(dump).not.toContain(Buffer.from(secret).toString("hex"));
    }
    expect(dump.split("\n")).not.toContain(JSON.stringify(typed));
    expect(dump).toContain(address); // the dump sees what is there
    const log = server.log.join("\n");
    for (const secret of [...secrets, address, "example.org"]) expect(log).not.toContain(secret);
  });
});

describe("signing out", () => {
  test("asvs 7.4.1: ends the sign-in, takes the cookies back and closes the sockets within a second", async () => {
    const { browser } = await member();
    const before = browser.cookieHeader();
    const socket = await server.connect(browser.guest());
    const began = performance.now();
    expect(await browser.say(signOut, {})).toEqual({ status: 200, body: {} });
    await closed(socket);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect([...browser.cookies.keys()]).toEqual([]);
    expect(await answerOf(await get(me, { Cookie: before }))).toEqual(NOBODY);
  });

  test("is no trouble for whoever is not signed in", async () => {
    expect(await openBrowser().say(signOut, {})).toEqual({ status: 200, body: {} });
  });
});

test("a sign-in says on what it is, and when it was used last: to the hour", async () => {
  const browser = openBrowser();
  const onPhone = {
    "User-Agent":
      "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36",
  };
  clock.forward(25 * MINUTE - (clock.now().getTime() % (60 * MINUTE)) + 60 * MINUTE);
  const typed = await codeFor(browser, newAddress());
  await browser.post(signIn, { code: typed }, onPhone);
  const noted = async () => {
    const { db } = server.database;
    const asking = await server.ground.whoIsAsking(browser.guest().token);
    const [row] = await db
      .select({ device: signInTable.device, usedAt: signInTable.usedAt })
      .from(signInTable)
      .where(eq(signInTable.id, asking?.signInId ?? ""));
    return row;
  };
  const hour = new Date(clock.now().getTime() - 25 * MINUTE);
  expect(await noted()).toEqual({ device: "Chrome on Android", usedAt: hour });
  clock.forward(34 * MINUTE);
  expect(await noted()).toEqual({ device: "Chrome on Android", usedAt: hour });
  clock.forward(MINUTE);
  expect(await noted()).toMatchObject({ usedAt: new Date(hour.getTime() + 60 * MINUTE) });
});

test("signing in again leaves nothing of the sign-in before", async () => {
  const { browser, address } = await member();
  const before = browser.cookieHeader();
  const socket = await server.connect(browser.guest());
  await signInByMail(browser, address);
  await closed(socket);
  expect(await answerOf(await get(me, { Cookie: before }))).toEqual(NOBODY);
  expect(await browser.read(me)).toMatchObject({ body: { address } });
});

function median(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}
