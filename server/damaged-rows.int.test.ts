import { and, eq, type SQL, sql } from "drizzle-orm";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { conversation, move as moves, seatKey } from "#db/schema";
import { bothHeard, inTalk, type Talk } from "./testing/in-talk";
import { move, open, startTestServer } from "./testing/test-server";
import { told } from "./testing/test-socket";

// asvs 11.3.3: what somebody did to the rows, past everything that forbids it, is noticed, and the rest stays whole.

const server = await startTestServer();
afterAll(server.stop);
const { db } = server.database;

/** Three moves with words, numbers 3 to 5. */
async function withWords(): Promise<Talk> {
  const talk = await inTalk(server);
  const { pair, a, b } = talk;
  await move(a, pair.id, { kind: "say", words: { text: "I was alone." } });
  await move(b, pair.id, { kind: "reflect", answers: 3, words: { text: "You were alone." } });
  await move(a, pair.id, { kind: "check", answers: 4, verdict: "partly", words: { text: "For weeks." } });
  return talk;
}

/** Changes a stored move, as only the owner of the database can. */
async function damage({ pair }: Talk, seq: number, words: SQL | Uint8Array | null): Promise<void> {
  await db.execute(sql`alter table move disable trigger move_is_never_changed`);
  await db
    .update(moves)
    .set({ words })
    .where(and(eq(moves.conversationId, pair.id), eq(moves.seq, seq)));
  await db.execute(sql`alter table move enable trigger move_is_never_changed`);
}

async function wordsOf({ pair }: Talk, seq: number): Promise<Uint8Array> {
  const [row] = await db
    .select({ words: moves.words })
    .from(moves)
    .where(and(eq(moves.conversationId, pair.id), eq(moves.seq, seq)));
  return row?.words ?? new Uint8Array();
}

/** What each seat sees of numbers 3 to 5: the text, or "unreadable". */
async function seen({ pair, a, b }: Talk): Promise<unknown[][]> {
  const views = [await open(a, pair.id, 2), await open(b, pair.id, 2)];
  return views.map(({ entries }) =>
    entries.map(({ words, unreadable }) => (unreadable && !words ? "unreadable" : words?.text)),
  );
}

const both = (...texts: string[]) => [texts, texts];

test("one flipped bit in one move's words", async () => {
  const talk = await withWords();
  await damage(talk, 4, sql`set_byte(words, 35, get_byte(words, 35) # 1)`);
  expect(await seen(talk)).toEqual(both("I was alone.", "unreadable", "For weeks."));
  expect(await move(talk.b, talk.pair.id, { kind: "reflect", answers: 3, aloud: true })).toEqual({
    ok: true,
    seq: 6,
  });
});

test("a tag of four bytes", async () => {
  const talk = await withWords();
  await damage(talk, 3, sql`substring(words from 1 for 17)`);
  expect(await seen(talk)).toEqual(both("unreadable", "You were alone.", "For weeks."));
});

test("the words of two rows of one seat, swapped", async () => {
  const talk = await withWords();
  const [third, fifth] = [await wordsOf(talk, 3), await wordsOf(talk, 5)];
  await damage(talk, 3, fifth);
  await damage(talk, 5, third);
  expect(await seen(talk)).toEqual(both("unreadable", "You were alone.", "unreadable"));
});

test("words of another conversation put in the place of these", async () => {
  const [talk, other] = [await withWords(), await withWords()];
  await damage(talk, 3, await wordsOf(other, 3));
  expect(await seen(talk)).toEqual(both("unreadable", "You were alone.", "For weeks."));
});

test("bytes that never were sealed", async () => {
  const talk = await withWords();
  await damage(talk, 5, Buffer.from('{"text":"Not from me."}'));
  expect(await seen(talk)).toEqual(both("I was alone.", "You were alone.", "unreadable"));
});

test("a seat's key destroyed: that seat's words are gone for everyone, the other's are not", async () => {
  const talk = await withWords();
  const [row] = await db.select().from(conversation).where(eq(conversation.id, talk.pair.id));
  await db.delete(seatKey).where(and(eq(seatKey.spaceId, row?.spaceId ?? ""), eq(seatKey.seat, "a")));
  const fresh = await startTestServer({ database: server.database }); // one that has no key in memory
  onTestFinished(fresh.stop);
  const [a, b] = [await fresh.connect(talk.pair.a), await fresh.connect(talk.pair.b)];
  expect(await seen({ ...talk, a, b })).toEqual(both("unreadable", "You were alone.", "unreadable"));
  const pause = { kind: "time-out", returnAt: "2026-03-01T20:00:00.000Z" } as const;
  expect(await move(a, talk.pair.id, pause)).toEqual({ ok: true, seq: 6 });
});

test("an answer that can be read only later, damaged before: that there was one is not lost", async () => {
  const talk = await inTalk(server);
  const { pair, a, b } = talk;
  await bothHeard(talk);
  await move(a, pair.id, { kind: "write", ready: true, words: { understood: "From a" } });
  await damage(talk, 11, sql`set_byte(words, 20, get_byte(words, 20) # 128)`);
  await move(b, pair.id, { kind: "write", ready: true, words: { understood: "From b" } });
  const revealed = [{ seq: 11, unreadable: true }];
  expect((await told(b, "entries", ({ head }) => head === 12)).revealed).toEqual(revealed);
  expect((await open(b, pair.id, 11)).revealed).toEqual(revealed);
  expect((await open(a, pair.id, 11)).entries).toMatchObject([{ words: { understood: "From b" } }]);
});
