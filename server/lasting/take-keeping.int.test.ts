import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { openTestDatabase } from "#db/testing/test-database";
import { startTestServer } from "../testing/test-server";
import { openCouple } from "./testing/test-keepings";

// Whatever two people keep between them, written in one way: by the rules, once, for both.

const database = await openTestDatabase();
const server = await startTestServer({ database });
/** A second process over the same database. */
const second = await startTestServer({ database });
afterAll(async () => {
  await Promise.all([server.stop(), second.stop()]);
  await database.close();
});
const couple = () => openCouple(server);

const CALL = { what: "I call when I am late", when: "Every time", sign: "You hear it ring" };

describe("an agreement", () => {
  test("[B2, B5] offered by one and accepted by the other is there for both, in a copy of each", async () => {
    const { a, b } = await couple();
    expect(await a.keep({ kind: "offer", sort: "commitment", words: CALL })).toEqual({ seq: 1 });
    expect(await b.keep({ kind: "accept", answers: 1 })).toEqual({ seq: 2 });
    for (const seat of [a, b]) {
      const view = await seat.lasting();
      expect(view.agreements).toMatchObject([
        {
          sort: "commitment",
          of: "a",
          endedAt: null,
          endedBy: null,
          wordings: [{ version: 1, proposedBy: "a", acceptedBy: "b", conversationId: null, words: CALL }],
        },
      ]);
      expect(view.place.register).toMatchObject({ head: 2, open: [] });
      expect(view.keepings.get(1)?.words).toEqual(CALL);
    }
  });
});
