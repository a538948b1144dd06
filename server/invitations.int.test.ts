import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimSeat, lookAtInvitation } from "./invitations";
import { renewInvitation, revokeInvitation } from "./own-invitations";
import { type Link, linkIn, startTestServer, type TestServer } from "./testing/test-server";

const DAY = 86_400_000;
const NOT_FOUND = { ok: false, refusal: { kind: "not-found" } };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const look = async (link: Link, address?: string) =>
  lookAtInvitation(server.ground.desk, await server.requester(undefined, address), link);
const claim = async ({ id, secret }: Link, address?: string) =>
  claimSeat(server.ground.desk, await server.requester(undefined, address), id, { secret, name: "Ben" });

async function countOf(table: "person" | "membership"): Promise<number> {
  const name = sql.identifier(table);
  const statement = server.database.prepare<{ count: number }>(
    `count_${table}`,
    sql`select count(*)::integer as count from ${name}`,
  );
  return (await statement({}))[0]?.count ?? 0;
}

test("asvs 2.3.4: of 100 claims at once one takes the seat, and 99 get the same refusal", async () => {
  const { link } = await server.startAlone();
  const people = await countOf("person");
  const seats = await countOf("membership");
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => claim(link)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 99 }, () => NOT_FOUND));
  expect(await countOf("person")).toBe(people + 1);
  expect(await countOf("membership")).toBe(seats + 1);
});

test("looking shows who asks and for what, as often as one likes, and claims nothing", async () => {
  const { link } = await server.startAlone({ topic: "Coming home late", role: "second" });
  const seen = {
    ok: true,
    answer: {
      opener: "Ada",
      topic: "Coming home late",
      minutes: 40,
      seat: "b",
      role: "You speak first",
      askFirst: false,
      guide: { id: "speak-and-reflect", title: "Speak and reflect" },
    },
  };
  expect(await look(link)).toMatchObject(seen);
  expect(await look(link)).toMatchObject(seen);
  expect(await claim(link)).toMatchObject({ ok: true });
});

describe("unknown, used, expired, revoked, renewed and wrong are all alike", () => {
  const dead: Readonly<Record<string, () => Promise<Link>>> = {
    unknown: async () => ({ id: "A".repeat(22), secret: "b".repeat(43) }),
    "with a wrong secret": async () => ({ ...(await server.startAlone()).link, secret: "b".repeat(43) }),
    used: async () => {
      const { link } = await server.startAlone();
      await claim(link);
      return link;
    },
    expired: async () => {
      const { link } = await server.startAlone();
      server.clock.forward(7 * DAY + 1);
      return link;
    },
    revoked: async () => {
      const { a, link } = await server.startAlone();
      await revokeInvitation(server.ground.desk, await server.requester(a), link.id);
      return link;
    },
    renewed: async () => {
      const { a, link } = await server.startAlone();
      await renewInvitation(server.ground.desk, await server.requester(a), link.id);
      return link;
    },
    "tried ten times with wrong secrets": async () => {
      const { link } = await server.startAlone();
      for (let tries = 0; tries < 10; tries += 1) await look({ ...link, secret: "b".repeat(43) });
      return link;
    },
  };
  for (const [name, linkOf] of Object.entries(dead))
    test(name, async () => {
      const link = await linkOf();
      expect(await look(link)).toEqual(NOT_FOUND);
      expect(await claim(link)).toEqual(NOT_FOUND);
    });
});

test("nine wrong secrets close nothing", async () => {
  const { link } = await server.startAlone();
  for (let tries = 0; tries < 9; tries += 1) await look({ ...link, secret: "b".repeat(43) });
  expect(await claim(link)).toMatchObject({ ok: true });
});

test("after five misses in a minute an address gets what a dead link gets; another address does not", async () => {
  const { link } = await server.startAlone();
  for (let misses = 0; misses < 5; misses += 1)
    await look({ id: "A".repeat(22), secret: "b".repeat(43) }, "192.0.2.1");
  expect(await claim(link, "192.0.2.1")).toEqual(NOT_FOUND);
  expect(await claim(link, "192.0.2.2")).toMatchObject({ ok: true });
});

test("whoever has a seat there already is told so, and the link is not used up", async () => {
  const { id, a, link } = await server.startAlone();
  const own = await claimSeat(server.ground.desk, await server.requester(a), link.id, {
    secret: link.secret,
  });
  expect(own).toEqual({ ok: false, refusal: { kind: "own-invitation", conversationId: id } });
  expect(await claim(link)).toMatchObject({ ok: true });
});

test("a new link opens the seat that the old one no longer does; with the seat taken there is none", async () => {
  const { a, link } = await server.startAlone();
  const renewed = await renewInvitation(server.ground.desk, await server.requester(a), link.id);
  if (!renewed.ok) throw new Error("not renewed");
  expect(await claim(link)).toEqual(NOT_FOUND);
  expect(await claim(linkIn(renewed.answer.invitation.url))).toMatchObject({ ok: true });
  expect(await renewInvitation(server.ground.desk, await server.requester(a), link.id)).toEqual({
    ok: false,
    refusal: { kind: "seat-taken" },
  });
});

test("asvs 8.2.2: only the opener may close or renew; for everybody else there is no such invitation", async () => {
  const { link } = await server.startAlone();
  const { a: other } = await server.startPair();
  for (const requester of [await server.requester(), await server.requester(other)])
    for (const act of [revokeInvitation, renewInvitation])
      expect(await act(server.ground.desk, requester, link.id)).toEqual(NOT_FOUND);
  expect(await claim(link)).toMatchObject({ ok: true });
});

test("asvs 11.5.1: an invitation has 128 bits of name and 256 of secret, none alike, and only a hash is kept", async () => {
  const links = await Promise.all(Array.from({ length: 50 }, async () => (await server.startAlone()).link));
  expect(new Set(links.flatMap(({ id, secret }) => [id, secret])).size).toBe(100);
  for (const { id, secret } of links) {
    expect(Buffer.from(id, "base64url")).toHaveLength(16);
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
  }
  const stored = await server.database.prepare<{ row: string }>(
    "rows",
    sql`select to_jsonb(invitation)::text as row from invitation`,
  )({});
  const dump = stored.map(({ row }) => row).join("\n");
  for (const { secret } of links) {
    expect(dump).not.toContain(secret);
    expect(dump).not.toContain(Buffer.from(secret, "base64url").toString("hex"));
    expect(dump).not.toContain(Buffer.from(secret).toString("hex"));
  }
});
