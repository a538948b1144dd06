import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { findPasskey } from "#db/passkeys";
import { passkeyChallenge } from "#db/schema";
import { setEvenground } from "#server/evenground";
import { readSettings } from "#server/settings-overview";
import { makeAuthenticator, type TestAuthenticator } from "#server/testing/test-authenticator";
import { startTestServer } from "#server/testing/test-server";
import { closed } from "#server/testing/test-socket";
import type { PasskeyAddOptions, PasskeySignInOptions } from "#wire/answers";
import * as me from "../me/route";
import * as settings from "../me/settings/route";
import { type Browser, openBrowser } from "../testing/browser";
import { answerOf } from "../testing/calling";
import { serverLike } from "../testing/server-like";
import { mailTo, member, newAddress } from "../testing/signing-in";
import * as remove from "./[id]/remove/route";
import * as options from "./options/route";
import * as add from "./route";
import * as signIn from "./sign-in/route";

// A passkey is made on a device, kept, shown to sign in, and removed.

const server = await startTestServer();
afterAll(server.stop);
beforeEach(() => setEvenground(server.ground));

const DONE = { status: 200, body: {} };
const NOBODY = { status: 401, body: { refusal: { kind: "not-signed-in" } } };
const UNKNOWN = { status: 400, body: { refusal: { kind: "passkey-unknown" } } };
const FIVE_MINUTES = 300_000;
const origin = () => server.ground.origins.main;

async function askedToAdd(browser: Browser): Promise<PasskeyAddOptions> {
  return (await browser.say(options, { purpose: "add" })).body as PasskeyAddOptions;
}

async function askedToSignIn(browser: Browser): Promise<PasskeySignInOptions> {
  return (await browser.say(options, { purpose: "sign-in" })).body as PasskeySignInOptions;
}

async function addOn(browser: Browser, device: TestAuthenticator): Promise<string> {
  const asked = await askedToAdd(browser);
  const response = device.make(asked.options, origin());
  expect(await browser.say(add, { id: asked.id, response })).toEqual(DONE);
  return response.id;
}

async function signInWith(device: TestAuthenticator, browser: Browser = openBrowser(), counter?: number) {
  const asked = await askedToSignIn(browser);
  return browser.say(signIn, { id: asked.id, response: device.show(asked.options, origin(), counter) });
}

async function removeOn(browser: Browser, id: string) {
  return answerOf(await browser.post(remove, {}, {}, id));
}

async function passkeysOf(browser: Browser) {
  const asking = await server.ground.whoIsAsking(browser.guest().token);
  if (!asking) throw new Error("Nobody is signed in.");
  return (await readSettings(server.ground.settings, asking, server.clock.now())).passkeys;
}

describe("a passkey", () => {
  test("signs in on another browser, and is listed with its days", async () => {
    const { address, browser } = await member();
    const device = makeAuthenticator();
    const id = await addOn(browser, device);
    const at = server.clock.now();
    expect(await passkeysOf(browser)).toMatchObject([{ id, createdAt: at, usedAt: null }]);
    const elsewhere = openBrowser();
    expect(await signInWith(device, elsewhere)).toEqual({ status: 200, body: { wasGuest: false } });
    expect(await elsewhere.read(me)).toMatchObject({ body: { address } });
    expect(await passkeysOf(browser)).toMatchObject([{ id, usedAt: at }]);
  });

  test("asvs 7.2.4: makes a guest a member: the cookie from before is worth nothing any more", async () => {
    const { a } = await server.startAlone();
    const browser = openBrowser(a);
    const gone = closed(await server.connect(a));
    await addOn(browser, makeAuthenticator());
    await gone;
    expect(await openBrowser(a).read(me)).toEqual(NOBODY);
    expect(await browser.read(me)).toMatchObject({ body: { name: "Ada", guest: false } });
  });

  test("signs in where a guest had begun something, which may be brought along", async () => {
    const { browser } = await member();
    const device = makeAuthenticator();
    await addOn(browser, device);
    const guest = openBrowser((await server.startAlone()).a);
    expect(await signInWith(device, guest)).toEqual({ status: 200, body: { wasGuest: true } });
  });

  test("is asked for in words that tell nothing: the name alone, no address, and nobody’s passkeys", async () => {
    const { a } = await server.startAlone();
    const { options: asked } = await askedToAdd(openBrowser(a));
    expect(asked.user).toMatchObject({ name: "Ada", displayName: "Ada" });
    expect(asked.authenticatorSelection).toMatchObject({
      residentKey: "required",
      userVerification: "preferred",
    });
    const { options: shown } = await askedToSignIn(openBrowser());
    expect(shown.allowCredentials ?? []).toEqual([]);
    expect(Object.keys(shown).sort()).toEqual(
      Object.keys((await askedToSignIn(openBrowser())).options).sort(),
    );
  });

  test("is not made twice on one device", async () => {
    const { browser } = await member();
    const device = makeAuthenticator();
    const id = await addOn(browser, device);
    const asked = await askedToAdd(browser);
    expect(asked.options.excludeCredentials).toMatchObject([{ id }]);
    const { browser: other } = await member();
    for (const somebody of [browser, other]) {
      const again = await askedToAdd(somebody);
      expect(
        await somebody.say(add, { id: again.id, response: device.make(again.options, origin()) }),
      ).toEqual(UNKNOWN);
    }
    expect(await passkeysOf(other)).toEqual([]);
  });
});

describe("whoever has an address hears of a new way in", () => {
  test("in a discreet mail, in their own language", async () => {
    const { address, browser } = await member();
    await addOn(browser, makeAuthenticator());
    const { subject, text } = await mailTo(address);
    expect(subject).toBe("There is something waiting for you.");
    expect(text).toContain("A new way to sign in was added");
    expect(`${subject} ${text}`).not.toMatch(/evenground|passkey|partner|trust/i);
    await browser.say(settings, { locale: "de" });
    await addOn(browser, makeAuthenticator());
    expect((await mailTo(address)).subject).toBe("Etwas wartet auf dich.");
  });

  test("and whoever has none is written nothing", async () => {
    const browser = openBrowser((await server.startAlone()).a);
    const before = await server.ground.mail.kept();
    for (const _time of ["as a guest", "as a member"]) await addOn(browser, makeAuthenticator());
    expect(await server.ground.mail.kept()).toEqual(before);
  });

  test("a mail that fails is logged, without the address, and changes nothing", async () => {
    const { browser } = await member(newAddress());
    const unable = await serverLike(server, {
      variables: { SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "post@mail.example" },
    });
    const device = makeAuthenticator();
    const asked = await askedToAdd(browser);
    const response = device.make(asked.options, unable.ground.origins.main);
    expect(await browser.say(add, { id: asked.id, response })).toEqual(DONE);
    expect(await passkeysOf(browser)).toHaveLength(1);
    expect(unable.log.join()).toContain("ESOCKET");
    expect(unable.log.join()).not.toContain("example.org");
  });
});

describe("what a device has signed is refused", () => {
  test("a second time, and five minutes later", async () => {
    const { browser } = await member();
    const device = makeAuthenticator();
    await addOn(browser, device);
    const asked = await askedToSignIn(openBrowser());
    const shown = { id: asked.id, response: device.show(asked.options, origin()) };
    expect(await openBrowser().say(signIn, shown)).toMatchObject({ status: 200 });
    expect(await openBrowser().say(signIn, shown)).toEqual(UNKNOWN);
    const late = await askedToSignIn(openBrowser());
    server.clock.forward(FIVE_MINUTES);
    const tooLate = { id: late.id, response: device.show(late.options, origin()) };
    expect(await openBrowser().say(signIn, tooLate)).toEqual(UNKNOWN);

    const made = await askedToAdd(browser);
    server.clock.forward(FIVE_MINUTES);
    const response = makeAuthenticator().make(made.options, origin());
    expect(await browser.say(add, { id: made.id, response })).toEqual(UNKNOWN);
  });

  test("of many at the same time all but one", async () => {
    const { browser } = await member();
    const device = makeAuthenticator();
    await addOn(browser, device);
    const asked = await askedToSignIn(openBrowser());
    const shown = { id: asked.id, response: device.show(asked.options, origin()) };
    const answers = await Promise.all(Array.from({ length: 10 }, () => openBrowser().say(signIn, shown)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test("for another question, another site, or by another key", async () => {
    const { browser } = await member();
    const device = makeAuthenticator();
    await addOn(browser, device);
    const [asked, other] = [await askedToSignIn(openBrowser()), await askedToSignIn(openBrowser())];
    expect(
      await openBrowser().say(signIn, { id: asked.id, response: device.show(other.options, origin()) }),
    ).toEqual(UNKNOWN);
    const elsewhere = "https://elsewhere.example";
    const again = await askedToSignIn(openBrowser());
    expect(
      await openBrowser().say(signIn, { id: again.id, response: device.show(again.options, elsewhere) }),
    ).toEqual(UNKNOWN);
    const foreign = await askedToSignIn(openBrowser());
    const theirs = { ...foreign.options, rpId: "elsewhere.example" };
    expect(
      await openBrowser().say(signIn, { id: foreign.id, response: device.show(theirs, origin()) }),
    ).toEqual(UNKNOWN);
    expect(await signInWith(makeAuthenticator())).toEqual(UNKNOWN);
    const mixed = await askedToSignIn(openBrowser());
    const { id, rawId } = device.show(mixed.options, origin());
    const response = { ...makeAuthenticator().show(mixed.options, origin()), id, rawId };
    const signature = { ...response.response, userHandle: undefined };
    expect(
      await openBrowser().say(signIn, { id: mixed.id, response: { ...response, response: signature } }),
    ).toEqual(UNKNOWN);
  });

  test("where a copy of the key has signed more often", async () => {
    const { browser } = await member();
    const device = makeAuthenticator();
    const id = await addOn(browser, device);
    expect(await signInWith(device, openBrowser(), 5)).toMatchObject({ status: 200 });
    for (const counter of [5, 4, 0])
      expect(await signInWith(device, openBrowser(), counter)).toEqual(UNKNOWN);
    expect((await findPasskey(server.database.db, id))?.counter).toBe(5);
    expect(await signInWith(device, openBrowser(), 6)).toMatchObject({ status: 200 });
  });

  test("but a key that does not count signs in every time", async () => {
    const { browser } = await member();
    const device = makeAuthenticator();
    await addOn(browser, device);
    for (const _time of [1, 2])
      expect(await signInWith(device, openBrowser(), 0)).toMatchObject({ status: 200 });
  });

  test("to a question that was asked for somebody else, or for the other purpose", async () => {
    const [{ browser: ada }, { browser: ben }] = [await member(), await member()];
    const asked = await askedToAdd(ada);
    const response = makeAuthenticator().make(asked.options, origin());
    expect(await ben.say(add, { id: asked.id, response })).toEqual(UNKNOWN);
    expect(await ada.say(add, { id: asked.id, response })).toEqual(UNKNOWN); // the question is gone, whoever answered
    const device = makeAuthenticator();
    await addOn(ada, device);
    const toAdd = await askedToAdd(ada);
    const shown = device.show(
      { challenge: toAdd.options.challenge, rpId: toAdd.options.rp.id ?? "" },
      origin(),
    );
    expect(await openBrowser().say(signIn, { id: toAdd.id, response: shown })).toEqual(UNKNOWN);
  });
});

describe("removing", () => {
  test("a passkey is of no use afterwards, and somebody else’s is unknown", async () => {
    const { browser } = await member();
    const { browser: other } = await member();
    const device = makeAuthenticator();
    const id = await addOn(browser, device);
    const NOT_FOUND = { status: 404, body: { refusal: { kind: "not-found" } } };
    for (const unknown of [id, "nothing", ""]) expect(await removeOn(other, unknown)).toEqual(NOT_FOUND);
    expect(await removeOn(openBrowser(), id)).toEqual(NOBODY);
    expect(await removeOn(browser, id)).toEqual(DONE);
    expect(await removeOn(browser, id)).toEqual(NOT_FOUND);
    expect(await signInWith(device)).toEqual(UNKNOWN);
    expect(await passkeysOf(browser)).toEqual([]);
  });

  test("the only way in is not removed, not even by two at the same time", async () => {
    const browser = openBrowser((await server.startAlone()).a);
    const first = await addOn(browser, makeAuthenticator());
    const LAST = { status: 400, body: { refusal: { kind: "last-way-in" } } };
    expect(await removeOn(browser, first)).toEqual(LAST);
    const second = await addOn(browser, makeAuthenticator());
    const answers = await Promise.all([first, second].map((id) => removeOn(browser, id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(await passkeysOf(browser)).toHaveLength(1);
  });
});

describe("asking", () => {
  test("to add one takes a sign-in; what nobody answered goes by itself", async () => {
    expect(await openBrowser().say(options, { purpose: "add" })).toEqual(NOBODY);
    await askedToSignIn(openBrowser());
    server.clock.forward(FIVE_MINUTES + 1);
    await askedToSignIn(openBrowser());
    expect(await server.database.db.$count(passkeyChallenge)).toBe(1);
  });

  test("too often from one place is slowed down", async () => {
    await serverLike(server, { limits: {} });
    const statuses: number[] = [];
    for (let time = 0; time < 31; time += 1) {
      const response = await openBrowser().post(
        options,
        { purpose: "sign-in" },
        { "x-evenground-address": "203.0.113.7" },
      );
      statuses.push(response.status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
  });
});
