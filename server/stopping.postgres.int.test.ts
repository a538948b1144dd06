import { afterAll, expect, test, vi } from "vitest";
import { openClient, openTestDatabase } from "#db/testing/test-database";
import { inTalk } from "./testing/in-talk";
import { move, startTestServer } from "./testing/test-server";
import { closed, told } from "./testing/test-socket";

// The database keeps moves waiting here, so that a stop finds them under way: it takes a second connection.

const database = await openTestDatabase();
const admin = await openClient(database);
const locking = await openClient(database);
afterAll(async () => {
  await admin.end();
  await locking.end();
  await database.close();
});

/** Resolves once so many moves have come as far as the database. */
function underWay(count: number): Promise<void> {
  return vi.waitFor(async () => {
    const { rows } = await admin.query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike '%with proven as%'",
    );
    expect(rows).toHaveLength(count);
  }, 20_000);
}

test("a stop finishes the moves that are under way: stored, and every one of them answered", async () => {
  const server = await startTestServer({ database });
  const talks = await Promise.all(Array.from({ length: 4 }, () => inTalk(server)));
  await locking.query("begin; lock table move in exclusive mode");
  const answers = talks.flatMap(({ pair, a, b }) => [
    move(a, pair.id, { kind: "repair", family: "sorry" }),
    move(b, pair.id, { kind: "repair", family: "thank-you" }), // waits for its turn
  ]);
  await underWay(talks.length);
  const stopped = server.stop();
  for (const { a } of talks) await told(a, "bye");
  await locking.query("commit");
  expect(await Promise.all(answers)).toEqual(answers.map(() => ({ ok: true, seq: expect.any(Number) })));
  await stopped;
  for (const { a, b } of talks) await Promise.all([closed(a), closed(b)]);
  const { rows } = await admin.query("select count(*)::int as moves from move where kind = 'repair'");
  expect(rows).toEqual([{ moves: 2 * talks.length }]);
  expect(server.log.filter((line) => line.includes('"fault"'))).toEqual([]);
});
