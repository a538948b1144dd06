import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { GUIDES } from "#conversation/guides/catalogue";
import { conversation } from "#db/schema";
import { ADDRESS_HEADER } from "#server/addresses";
import { setEvenground } from "#server/evenground";
import { linkIn, startTestServer } from "#server/testing/test-server";
import * as ready from "./conversations/[id]/ready/route";
import * as conversations from "./conversations/route";
import * as admit from "./invitations/[id]/admit/route";
import * as claim from "./invitations/[id]/claim/route";
import * as look from "./invitations/[id]/look/route";
import * as renew from "./invitations/[id]/renew/route";
import * as revoke from "./invitations/[id]/revoke/route";
import * as erase from "./me/erase/route";
import * as me from "./me/route";
import * as invite from "./spaces/[id]/invite/route";
import * as leave from "./spaces/[id]/leave/route";
import * as spaces from "./spaces/route";
import { answerOf, get, type Headers, post } from "./testing/calling";
import { serverLike } from "./testing/server-like";

// The calls of docs/wire.md that change something: the handlers that Next serves, on a running server.

const server = await startTestServer();
afterAll(server.stop);
beforeEach(() => setEvenground(server.ground));

const START = { guide: "speak-and-reflect", name: "Ada" };

/** Starts a conversation as a new guest. Gives what was answered, and the cookie. */
async function start(headers: Headers = {}) {
  const response = await post(conversations, START, headers);
  const body = (await response.json()) as { conversationId: string; invitation: { url: string } };
  const setCookie = response.headers.get("set-cookie") ?? "";
  return {
    response,
    body,
    setCookie,
    Cookie: setCookie.split(";")[0] ?? "",
    link: linkIn(body.invitation.url),
  };
}

async function countOfPeople(): Promise<number> {
  const rows = await server.database.prepare<{ count: number }>(
    "count_people",
    sql`select count(*)::integer as count from person`,
  )({});
  return rows[0]?.count ?? 0;
}

describe("starting", () => {
  test("asvs 3.3.3: a guest gets 201, a link, and a cookie that no script can read", async () => {
    const { response, body, setCookie, link } = await start();
    expect(response.status).toBe(201);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(body).toEqual({
      conversationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      seat: "a",
      invitation: { url: `${server.ground.origins.main}/j/${link.id}#${link.secret}` },
    });
    expect(setCookie).toMatch(/^evenground=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=34560000$/);
  });

  test("asvs 3.3.3: over https the cookie is the browser's to guard", async () => {
    await serverLike(server, { variables: { PUBLIC_URL: "https://evenground.example" } });
    const { setCookie, body } = await start({ Origin: "https://evenground.example" });
    expect(setCookie).toMatch(
      /^__Host-evenground=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=34560000; Secure$/,
    );
    expect(body.invitation.url).toMatch(/^https:\/\/evenground\.example\/j\//);
  });

  test("whoever is signed in stays who they are", async () => {
    const { Cookie } = await start();
    const people = await countOfPeople();
    const again = await post(conversations, { guide: START.guide }, { Cookie });
    expect(again.status).toBe(201);
    expect(again.headers.get("set-cookie")).toBeNull();
    expect(await countOfPeople()).toBe(people);
    expect(await answerOf(await get(me, { Cookie }))).toEqual({
      status: 200,
      body: { name: "Ada", guest: true, wasGuest: false },
    });
  });

  test("an unknown guide or role is refused with those there are; a guest without a name is asked for it", async () => {
    const refusals = [
      [{ ...START, guide: "canary" }, 422, { kind: "unknown-guide", guides: GUIDES.map(({ id }) => id) }],
      [{ ...START, role: "canary" }, 422, { kind: "unknown-role", roles: ["first", "second"] }],
      [{ guide: START.guide }, 400, { kind: "bad-request", issues: ["name: needed"] }],
    ] as const;
    for (const [body, status, refusal] of refusals)
      expect(await answerOf(await post(conversations, body))).toEqual({ status, body: { refusal } });
  });

  test("asvs 2.4.1: too many from one address wait; another address does not", async () => {
    await serverLike(server, { variables: { STARTS_PER_HOUR: "1" } });
    await start({ [ADDRESS_HEADER]: "192.0.2.1" });
    const response = await post(conversations, START, { [ADDRESS_HEADER]: "192.0.2.1" });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(3_000);
    await start({ [ADDRESS_HEADER]: "192.0.2.2" });
  });
});

describe("whatever changes something", () => {
  const CHANGING = {
    ...{ conversations, ready, claim, look, admit, renew, revoke },
    ...{ spaces, invite, leave, erase },
  };

  test("asvs 3.5.1: comes from our own origin, or nothing happens", async () => {
    const people = await countOfPeople();
    for (const handler of Object.values(CHANGING))
      for (const Origin of ["https://evil.example", "null", `${server.ground.origins.main}.evil.example`, ""])
        expect(await answerOf(await post(handler, START, { Origin }, "x"))).toEqual({
          status: 403,
          body: { refusal: { kind: "wrong-origin" } },
        });
    const without = new Request("http://server/api", { method: "POST", body: "{}" });
    expect((await conversations.POST(without, { params: Promise.resolve({}) })).status).toBe(403);
    expect(await countOfPeople()).toBe(people);
  });

  test("asvs 3.5.3: does so by POST alone", () => {
    for (const handler of Object.values(CHANGING)) expect(Object.keys(handler)).toEqual(["POST"]);
  });

  test("is JSON of a stated, reasonable length and of exactly the right shape; nothing of it is said back", async () => {
    const canary = "canary".repeat(10);
    const attempts = [
      [canary, {}],
      [`{"guide":"${canary}`, {}],
      ["null", {}],
      [{ ...START, [canary]: canary }, {}],
      [{ ...START, name: { [canary]: canary } }, {}],
      [{ ...START, seat: "b" }, {}],
      [START, { "Content-Type": "text/plain" }],
      [START, { "Content-Type": "application/x-www-form-urlencoded" }],
      [START, { "Content-Length": "chunked" }],
      [{ ...START, topic: "x".repeat(70_000) }, {}],
      [{ ...START, topic: canary.repeat(3) }, {}],
    ] as const;
    for (const [body, headers] of attempts) {
      const { status, body: answer } = await answerOf(await post(conversations, body, headers));
      expect(status).toBe(400);
      expect(answer).toMatchObject({ refusal: { kind: "bad-request" } });
      expect(JSON.stringify(answer)).not.toContain("canary");
    }
  });

  test("asvs 16.5.1: is answered, where something breaks, with the id of the fault in the log, and no more", async () => {
    const { body, link } = await start();
    const own = eq(conversation.id, body.conversationId);
    await server.database.db.update(conversation).set({ guideVersion: 99 }).where(own);
    const broken = await answerOf(await post(look, { secret: link.secret }, {}, link.id));
    expect(broken).toEqual({ status: 500, body: { fault: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
    const { fault } = broken.body as { fault: string };
    expect(server.log.filter((line) => line.includes(fault))).toHaveLength(1);
  });
});

describe("ready", () => {
  const READY = { stirred: 3, free: true, goOn: true };

  test("is kept for one who has a seat; for everybody else there is no such conversation", async () => {
    const { body, Cookie } = await start();
    const stranger = await start();
    const ask = async (headers: Headers, id: string) => answerOf(await post(ready, READY, headers, id));
    expect(await ask({ Cookie }, body.conversationId)).toEqual({ status: 200, body: {} });
    const notFound = { status: 404, body: { refusal: { kind: "not-found" } } };
    expect(await ask({}, body.conversationId)).toEqual(notFound);
    expect(await ask({ Cookie: stranger.Cookie }, body.conversationId)).toEqual(notFound);
    for (const id of ["00000000-0000-7000-8000-000000000000", "..", ""])
      expect(await ask({ Cookie }, id)).toEqual(notFound);
  });

  test("is a whole number from 0 to 10 and two answers, and nothing else", async () => {
    const { body, Cookie } = await start();
    const wrong = [
      { ...READY, stirred: 11 },
      { ...READY, stirred: -1 },
      { ...READY, stirred: 2.5 },
      { ...READY, stirred: "3" },
      { ...READY, free: "yes" },
      { stirred: 3, free: true },
      { ...READY, seat: "b" },
    ];
    for (const answers of wrong)
      expect((await post(ready, answers, { Cookie }, body.conversationId)).status).toBe(400);
  });
});

describe("an invitation", () => {
  test("is looked at, claimed once with a cookie, and then there is no such invitation", async () => {
    const { link, body } = await start();
    const secret = { secret: link.secret };
    expect((await post(look, secret, {}, link.id)).status).toBe(200);
    const claimed = await post(claim, { ...secret, name: "Ben" }, {}, link.id);
    expect(claimed.headers.get("set-cookie")).toMatch(/^evenground=/);
    expect(await answerOf(claimed)).toEqual({
      status: 200,
      body: { conversationId: body.conversationId, spaceId: expect.any(String), seat: "b", waiting: false },
    });
    const notFound = { status: 404, body: { refusal: { kind: "not-found" } } };
    for (const id of [link.id, "A".repeat(22), "'; drop table invitation; --", "..", ""])
      for (const handler of [look, claim])
        expect(await answerOf(await post(handler, secret, {}, id))).toEqual(notFound);
  });

  test("is renewed and revoked by its opener, and by nobody else", async () => {
    const { link, Cookie } = await start();
    const stranger = await start();
    for (const handler of [renew, revoke])
      for (const headers of [{}, { Cookie: stranger.Cookie }])
        expect((await post(handler, {}, headers, link.id)).status).toBe(404);
    expect((await post(admit, { admit: true }, { Cookie: stranger.Cookie }, link.id)).status).toBe(404);
    const renewed = await post(renew, {}, { Cookie }, link.id);
    expect(await answerOf(renewed)).toMatchObject({
      status: 200,
      body: { invitation: { url: expect.any(String) } },
    });
    expect((await post(revoke, {}, { Cookie }, link.id)).status).toBe(200);
  });

  test("of one's own is a conflict that says where one's seat is", async () => {
    const { link, body, Cookie } = await start();
    expect(await answerOf(await post(claim, { secret: link.secret }, { Cookie }, link.id))).toEqual({
      status: 409,
      body: { refusal: { kind: "own-invitation", conversationId: body.conversationId } },
    });
  });
});

describe("a space", () => {
  const opened = async () => {
    const response = await post(spaces, { name: "Ada" });
    const { spaceId, invitation } = (await response.json()) as {
      spaceId: string;
      invitation: { url: string };
    };
    const Cookie = response.headers.get("set-cookie")?.split(";")[0] ?? "";
    return { status: response.status, spaceId, link: linkIn(invitation.url), Cookie };
  };

  test("is opened with a link, gets another one, and is begun in", async () => {
    const { status, spaceId, link, Cookie } = await opened();
    expect(status).toBe(201);
    const invited = await answerOf(await post(invite, { askFirst: true }, { Cookie }, spaceId));
    expect(invited).toMatchObject({ status: 200, body: { invitation: { url: expect.any(String) } } });
    expect((await post(look, { secret: link.secret }, {}, link.id)).status).toBe(404);
    const begun = await post(conversations, { guide: START.guide, space: spaceId }, { Cookie });
    expect(begun.status).toBe(201);
  });

  test("is left by one of its two, and by nobody else", async () => {
    const { spaceId, link, Cookie } = await opened();
    const claimed = await post(claim, { secret: link.secret, name: "Ben" }, {}, link.id);
    expect(await answerOf(claimed)).toMatchObject({ body: { conversationId: null, spaceId } });
    const words = { words: "take-back" };
    expect((await post(leave, words, {}, spaceId)).status).toBe(404);
    expect((await post(leave, { words: "all" }, { Cookie }, spaceId)).status).toBe(400);
    expect(await answerOf(await post(leave, words, { Cookie }, spaceId))).toEqual({ status: 200, body: {} });
    expect((await post(leave, words, { Cookie }, spaceId)).status).toBe(404);
    const other = claimed.headers.get("set-cookie")?.split(";")[0] ?? "";
    const again = await post(conversations, { guide: START.guide, space: spaceId }, { Cookie: other });
    expect(await answerOf(again)).toEqual({ status: 409, body: { refusal: { kind: "left" } } });
  });

  test("goes with everything of whoever erases it, who is signed in no longer", async () => {
    const { Cookie } = await opened();
    const refused = await answerOf(await post(erase, { confirm: "no" }, { Cookie }));
    expect(refused).toEqual({ status: 400, body: { refusal: { kind: "not-confirmed" } } });
    const erased = await post(erase, { confirm: "Ada" }, { Cookie });
    expect(erased.headers.get("set-cookie")).toContain(
      "evenground=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0",
    );
    expect((await post(erase, { confirm: "Ada" }, { Cookie })).status).toBe(401);
    expect((await get(me, { Cookie })).status).toBe(401);
  });
});
