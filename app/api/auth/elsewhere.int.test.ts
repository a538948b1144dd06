import { randomUUID } from "node:crypto";
import { OAuth2Server } from "oauth2-mock-server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { account } from "#db/schema";
import { dumpOf } from "#db/testing/dump";
import { evenground, setEvenground } from "#server/evenground";
import { startTestServer, type TestServer } from "#server/testing/test-server";
import { closed } from "#server/testing/test-socket";
import * as guest from "../guest/route";
import * as me from "../me/route";
import { type Browser, openBrowser } from "../testing/browser";
import { answerOf, get } from "../testing/calling";
import { serverLike } from "../testing/server-like";
import { member, newAddress, signInByMail } from "../testing/signing-in";
import * as auth from "./[...nextauth]/route";

// Signing in with an account elsewhere, at a real OpenID Connect provider.

const elsewhere = new OAuth2Server();
let server: TestServer;
/** Who signs in there next. */
let whoIsThere: Claims = { sub: "nobody" };
let variables: Record<string, string>;
beforeAll(async () => {
  await elsewhere.issuer.keys.generate("RS256");
  elsewhere.service.on("beforeTokenSigning", ({ payload }) => Object.assign(payload, whoIsThere));
  await elsewhere.start(0, "127.0.0.1");
  variables = {
    OIDC_ISSUER: elsewhere.issuer.url ?? "",
    OIDC_CLIENT_ID: "evenground",
    OIDC_CLIENT_SECRET: "only for tests",
    OIDC_NAME: "Somewhere",
  };
  server = await startTestServer({ variables });
});
afterAll(async () => {
  await server.stop();
  await elsewhere.stop();
});
beforeEach(() => setEvenground(server.ground));

const NOBODY = { status: 401, body: { refusal: { kind: "not-signed-in" } } };

/** What the provider says about whoever signs in there. */
interface Claims {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}

/** A person that the provider knows, and we do not yet. */
const somebody = (more: Partial<Claims> = {}): Claims => ({ sub: randomUUID(), ...more });

/** Asks next-auth's route in a browser. */
async function ask(browser: Browser, path: string, form?: Record<string, string>, origin?: string) {
  const { main } = evenground().origins;
  const text = form && new URLSearchParams(form).toString();
  const request = new Request(`${main}/api/auth/${path}`, {
    headers: {
      Cookie: browser.cookieHeader(),
      Origin: origin ?? main,
      ...(text && { "Content-Length": String(text.length) }),
    },
    ...(text && { method: "POST", body: text }),
  });
  return browser.keep(await (form ? auth.POST : auth.GET)(request));
}

/** Leaves for the provider. Gives the address there. */
async function leave(browser: Browser, callbackUrl = "/home"): Promise<string> {
  const { csrfToken } = await (await ask(browser, "csrf")).json();
  const { url } = await (await ask(browser, "signin/oidc", { csrfToken, callbackUrl, json: "true" })).json();
  return url;
}

/** Signs in there, and gives the address that leads back to us. */
async function signInThere(url: string, claims: Claims): Promise<string> {
  const response = await fetch(url, { redirect: "manual" });
  whoIsThere = claims;
  const back = new URL(response.headers.get("location") ?? "");
  return `${back.pathname.slice("/api/auth/".length)}${back.search}`;
}

/** All of it. Gives where one comes out. */
async function signInElsewhere(
  browser: Browser,
  claims: Claims,
  callbackUrl?: string,
): Promise<string | null> {
  const back = await signInThere(await leave(browser, callbackUrl), claims);
  return (await ask(browser, back)).headers.get("location");
}

const personOf = async (browser: Browser) =>
  (await server.ground.whoIsAsking(browser.guest().token))?.personId;
const home = () => `${server.ground.origins.main}/home`;

test("which accounts one may come with is told to the page", async () => {
  expect(server.ground.waysIn).toEqual([{ id: "oidc", name: "Somewhere" }]);
  const more = {
    GOOGLE_CLIENT_ID: "a",
    GOOGLE_CLIENT_SECRET: "b",
    GITHUB_CLIENT_ID: "a",
    GITHUB_CLIENT_SECRET: "b",
  };
  const own = await serverLike(server, { variables: more });
  expect(own.ground.waysIn.map(({ id }) => id)).toEqual(["google", "github"]);
});

describe("somebody who comes with an account elsewhere", () => {
  test("becomes a member with the address that is confirmed there, and is the same person the next time", async () => {
    const address = newAddress();
    const claims = somebody({ email: address.toUpperCase(), email_verified: true });
    const browser = openBrowser();
    expect(await signInElsewhere(browser, claims)).toBe(home());
    expect(await browser.read(me)).toEqual({
      status: 200,
      body: { name: "", guest: false, wasGuest: false, address },
    });
    const another = openBrowser();
    await signInElsewhere(another, claims);
    expect(await personOf(another)).toBe(await personOf(browser));
    await signInByMail(another, address);
    expect(await personOf(another)).toBe(await personOf(browser));
  });

  test("is a member without an address where none is confirmed", async () => {
    const claims = [
      somebody(),
      somebody({ email: newAddress() }),
      somebody({ email: newAddress(), email_verified: false }),
      somebody({ email: "a,b@x.org", email_verified: true }),
    ];
    for (const each of claims) {
      const browser = openBrowser();
      await signInElsewhere(browser, each);
      expect(await browser.read(me)).toEqual({
        status: 200,
        body: { name: "", guest: false, wasGuest: false },
      });
    }
  });

  test("is not let in as whoever has their address here already", async () => {
    const { address } = await member();
    const browser = openBrowser();
    const out = await signInElsewhere(browser, somebody({ email: address, email_verified: true }));
    expect(out).toBe(`${server.ground.origins.main}/api/auth/error?error=OAuthAccountNotLinked`);
    const next = await ask(browser, "error?error=OAuthAccountNotLinked");
    const then = await ask(
      browser,
      new URL(next.headers.get("location") ?? "").href.split("/api/auth/")[1] ?? "",
    );
    expect(then.headers.get("location")).toMatch(/^\/sign-in\?.*error=OAuthAccountNotLinked$/);
    expect(await browser.read(me)).toEqual(NOBODY);
  });

  test("asvs 7.2.4: stays the guest they were, with everything, and the cookie from before is over", async () => {
    const pair = await server.startPair();
    const browser = openBrowser(pair.a);
    const personId = await personOf(browser);
    const socket = await server.connect(pair.a);
    const address = newAddress();
    await signInElsewhere(browser, somebody({ email: address, email_verified: true }));
    await closed(socket);
    expect(await personOf(browser)).toBe(personId);
    expect(await browser.read(me)).toMatchObject({ body: { name: "Ada", guest: false, address } });
    expect(await answerOf(await get(me, { Cookie: `evenground=${pair.a.token}` }))).toEqual(NOBODY);
  });

  test("stays the guest they were without an address, too", async () => {
    const { a } = await server.startAlone();
    const browser = openBrowser(a);
    const personId = await personOf(browser);
    const claims = somebody();
    await signInElsewhere(browser, claims);
    expect(await personOf(browser)).toBe(personId);
    expect(await browser.read(me)).toEqual({
      status: 200,
      body: { name: "Ada", guest: false, wasGuest: false },
    });
    const another = openBrowser();
    await signInElsewhere(another, claims);
    expect(await personOf(another)).toBe(personId);
  });

  test("is asked about the guest whose browser it was, when they are known", async () => {
    const claims = somebody();
    const known = openBrowser();
    await signInElsewhere(known, claims);
    const { a } = await server.startAlone();
    const browser = openBrowser(a);
    await signInElsewhere(browser, claims);
    expect(await personOf(browser)).toBe(await personOf(known));
    expect(await browser.read(me)).toMatchObject({ body: { wasGuest: true } });
    expect(await browser.say(guest, { bring: true })).toEqual({ status: 200, body: {} });
  });

  test("adds no way in to whoever is signed in", async () => {
    const { browser } = await member();
    const before = await personOf(browser);
    const address = newAddress();
    await signInElsewhere(browser, somebody({ email: address, email_verified: true }));
    expect(await personOf(browser)).not.toBe(before);
    expect(await browser.read(me)).toMatchObject({ body: { address } });
  });
});

describe("the way there and back", () => {
  test("asks for an id and an address, with PKCE and a state", async () => {
    const there = new URL(await leave(openBrowser()));
    expect(there.origin).toBe(new URL(elsewhere.issuer.url ?? "").origin);
    expect(Object.fromEntries(there.searchParams)).toMatchObject({
      scope: "openid email",
      response_type: "code",
      code_challenge_method: "S256",
      code_challenge: expect.any(String),
      state: expect.any(String),
      redirect_uri: `${server.ground.origins.main}/api/auth/callback/oidc`,
    });
  });

  test.each([
    "//evil.example",
    "/\\evil.example",
    "https:evil.example",
    "https://evil.example/home",
    "\\\\evil.example",
  ])("asvs 3.7.2: to come out at %s is to come out at home", async (callbackUrl) => {
    const out = await signInElsewhere(openBrowser(), somebody(), callbackUrl);
    expect(new URL(out ?? "").origin).toBe(server.ground.origins.main);
    expect(out).not.toContain("evil");
  });

  test("comes out where it was to, with what that page was asked", async () => {
    const to = "/sign-in/guest?to=%2Fsettings";
    expect(await signInElsewhere(openBrowser(), somebody(), to)).toBe(server.ground.origins.main + to);
  });

  test("is of one browser: what was begun in another signs nobody in", async () => {
    const back = await signInThere(await leave(openBrowser()), somebody());
    const other = openBrowser();
    await leave(other);
    for (const browser of [openBrowser(), other]) {
      const out = (await ask(browser, back)).headers.get("location");
      expect(out).toContain("error=OAuthCallback");
      expect(await browser.read(me)).toEqual(NOBODY);
    }
  });

  test("asvs 3.5.1: begins from our own pages, with their token", async () => {
    const browser = openBrowser();
    const { csrfToken } = await (await ask(browser, "csrf")).json();
    const form = { csrfToken, callbackUrl: "/home", json: "true" };
    expect((await ask(browser, "signin/oidc", form, "https://evil.example")).status).toBe(403);
    const { url } = await (await ask(browser, "signin/oidc", { ...form, csrfToken: "x" })).json();
    expect(url).toBe(`${server.ground.origins.main}/api/auth/signin?csrf=true`);
  });

  describe("reads no body", () => {
    /** What a form of 10 bytes is answered that says it has `length`, and whether it was read. */
    async function sent(path: string, length?: string) {
      const { main } = evenground().origins;
      const request = new Request(`${main}/api/auth/${path}`, {
        method: "POST",
        headers: { Origin: main, ...(length && { "Content-Length": length }) },
        body: "a=12345678",
      });
      return { status: (await auth.POST(request)).status, isRead: request.bodyUsed };
    }

    test("that is too long, or does not say how long it is", async () => {
      for (const length of ["65537", "many", undefined])
        expect(await sent("signin/oidc", length)).toEqual({ status: 400, isRead: false });
      expect(await sent("signin/oidc", "10")).toMatchObject({ isRead: true });
    });

    test("where the path is none of ours, or no account elsewhere can be used", async () => {
      const notFound = { status: 404, isRead: false };
      for (const path of ["signin", "signin/email", "callback/oidc", "signin/oidc/more", "signout", "_log"])
        expect(await sent(path, "10")).toEqual(notFound);
      await serverLike(server, { variables: {} });
      expect(await sent("signin/oidc", "10")).toEqual(notFound);
      for (const path of ["csrf", "error", "signin"])
        expect((await ask(openBrowser(), path)).status).toBe(404);
    });
  });

  test("asvs 3.3.3: over https every cookie of it is one the browser guards", async () => {
    const own = await serverLike(server, {
      variables: { ...variables, PUBLIC_URL: "https://evenground.example" },
    });
    const lines: string[] = [];
    const browser = openBrowser();
    const watched: Browser = {
      ...browser,
      keep(response) {
        lines.push(...response.headers.getSetCookie());
        return browser.keep(response);
      },
    };
    expect(await signInElsewhere(watched, somebody())).toBe("https://evenground.example/home");
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) {
      expect(line).toMatch(/^__Host-(evenground|sign-in-[a-z]+)=/);
      for (const attribute of ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"])
        expect(line).toContain(attribute);
    }
    expect(await own.ground.whoIsAsking(browser.cookies.get("__Host-evenground") ?? "")).not.toBeNull();
  });

  test("a provider that is not there, or says no, is one fault in the log and no address", async () => {
    const broken = { ...variables, OIDC_ISSUER: "http://127.0.0.1:1" };
    const own = await serverLike(server, { variables: broken });
    const browser = openBrowser();
    const { csrfToken } = await (await ask(browser, "csrf")).json();
    const response = await ask(browser, "signin/oidc", { csrfToken, callbackUrl: "/home", json: "true" });
    expect((await response.json()).url).toContain("error=OAuthSignin");
    expect(own.log.filter((line) => line.includes("SIGNIN_OAUTH_ERROR"))).toHaveLength(1);
    setEvenground(server.ground);
    const refused = await ask(openBrowser(), "callback/oidc?error=access_denied&error_description=canary");
    expect(refused.headers.get("location")).toContain("error=");
    expect(server.log.join()).not.toContain("canary");
  });

  test("asvs 14.2.4: of the account elsewhere an id is kept, and nothing of its tokens; no address is in the log", async () => {
    const address = newAddress();
    const claims = somebody({ email: address, email_verified: true });
    const tokens: string[] = [];
    elsewhere.service.once("beforeResponse", ({ body }) => {
      for (const value of Object.values(body || {}))
        if (typeof value === "string" && value.length > 40) tokens.push(value);
    });
    const browser = openBrowser();
    await signInElsewhere(browser, claims);
    expect(tokens.length).toBeGreaterThan(0);
    const dump = await dumpOf(server.database);
    expect(dump).toContain(claims.sub);
    for (const token of [...tokens, browser.guest().token]) expect(dump).not.toContain(token);
    const log = server.log.join();
    for (const said of [address, claims.sub, ...tokens]) expect(log).not.toContain(said);
    expect(await server.database.db.$count(account)).toBeGreaterThan(0);
  });
});
