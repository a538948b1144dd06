import { afterAll, expect, test } from "vitest";
import type { Move } from "#conversation/moves";
import { dumpOf } from "#db/testing/dump";
import { claimSeat, lookAtInvitation } from "./invitations";
import { startConversation } from "./start-conversation";
import { canary, watchTalk } from "./testing/canaries";
import { WRITING } from "./testing/test-guides";
import { type Guest, linkIn, move, open, signedIn, startTestServer } from "./testing/test-server";
import { framesOf } from "./testing/test-socket";

// What was written alone stays its author's when the same guide is held by two: every text of it is one of a kind, and
// is looked for in all that is ever sent to the other, in the log, and in the database.

const server = await startTestServer({ guides: [WRITING] });
afterAll(server.stop);
const { ground } = server;

const write = (story: string): Move => ({ kind: "write", ready: true, words: { story } });

/** Goes through the guide alone, with a topic, drafts, and something to say in each step. */
async function writtenAlone() {
  const texts = { name: canary(), topic: canary(), draft: canary(), first: canary(), own: canary() };
  const request = { guide: "writing", alone: true, name: texts.name, topic: texts.topic };
  const { answer, token } = signedIn(await startConversation(ground.desk, await server.requester(), request));
  const id = answer.conversationId;
  const socket = await server.connect({ token });
  await open(socket, id);
  await socket.emitWithAck("draft", {
    conversationId: id,
    slot: "first-part:write",
    words: { story: texts.draft },
  });
  expect(await move(socket, id, write(texts.first))).toEqual({ ok: true, seq: 1 });
  expect(await move(socket, id, write(texts.own))).toEqual({ ok: true, seq: 2 });
  return { id, a: { token }, texts };
}

/** All that a page or a call could tell a person of these conversations, as they would get it. */
async function toldByPages({ token }: Guest, ids: readonly string[]): Promise<string> {
  const asking = await ground.whoIsAsking(token);
  if (!asking) throw new Error("nobody is asking");
  const opened = ids.map((id) => ground.open(asking, id, "en"));
  const couples = ids.map((id) => ground.couple(asking, id));
  return JSON.stringify([await ground.ownConversations(asking), await Promise.all([...opened, ...couples])]);
}

test("[V4] a solo conversation turned into a joint one shows the other nothing of what was written alone", async () => {
  const { id: solo, a, texts } = await writtenAlone();
  const { first, ...elsewhere } = texts;
  const request = { guide: "writing", from: solo, name: "Ada", topic: "Us" };
  const outcome = await startConversation(ground.desk, await server.requester(a), request);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  const { conversationId: joint, invitation } = outcome.answer;
  const link = linkIn(invitation?.url ?? "");
  const looked = await lookAtInvitation(ground.desk, await server.requester(), link);
  const claim = { secret: link.secret, name: "Ben" };
  const claimed = signedIn(await claimSeat(ground.desk, await server.requester(), link.id, claim));
  const b = { token: claimed.token };

  // What was written to be read lies beside the box for its author, and what was private is not there at all. For the
  // other there is nothing; so it stays through the whole conversation.
  const readers = new Map<string, readonly "a"[]>([[first, ["a"]]]);
  for (const text of Object.values(elsewhere)) readers.set(text, []);
  const talk = await watchTalk(server, joint, { a, b }, new Map(readers));
  expect(talk.hasSeen("a", first)).toBe(true);
  const socketOfA = await server.connect(a);
  const beside = [{ slot: "first-part:alone", words: { story: first } }];
  expect(await open(socketOfA, joint)).toMatchObject({ drafts: beside });
  const shared = talk.textFor("a");
  await talk.take("a", write(shared));
  const fromB = talk.textFor("a", "b");
  talk.readers.set(shared, ["a", "b"]);
  await talk.take("b", write(fromB));
  for (const seat of ["a", "b"] as const) await talk.take(seat, write(talk.textFor(seat)));
  await talk.take("b", write(talk.textFor("a", "b")));
  await talk.take("a", { kind: "say", words: { text: talk.textFor("a", "b") } });
  expect(talk.hasSeen("b", shared)).toBe(true);

  const socketOfB = await server.connect(b);
  expect(await open(socketOfB, joint)).toMatchObject({ drafts: [] });
  const soloForB = await socketOfB.emitWithAck("open", { conversationId: solo });
  expect(soloForB).toEqual({ ok: false, refusal: { kind: "not-a-member" } });
  const places = {
    frames: framesOf(socketOfB).join(),
    answers: JSON.stringify([looked, claimed.answer]),
    pages: await toldByPages(b, [solo, joint]),
    log: server.log.join(),
    stranger: talk.seenByStranger(),
  };
  for (const [place, told] of Object.entries(places)) {
    for (const text of Object.values(texts)) expect(told, place).not.toContain(text);
    if (place !== "frames" && place !== "log") expect(told, place).not.toContain(solo);
  }
  const dump = await dumpOf(server.database);
  for (const text of [first, texts.own, texts.topic, texts.draft]) expect(dump).not.toContain(text);
  expect(dump).toContain(texts.name); // a dump that shows nothing would prove nothing
  expect(await toldByPages(a, [solo, joint])).toContain(first);
});

test("the database does not tell which joint conversation came from which solo one", async () => {
  const { id: solo, a } = await writtenAlone();
  const request = { guide: "writing", from: solo };
  const outcome = await startConversation(ground.desk, await server.requester(a), request);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  const lines = (await dumpOf(server.database)).split("\n");
  const naming = (id: string) => lines.filter((line) => line.includes(id)).length;
  expect(naming(solo)).toBe(3); // its own row, and the two moves in it
  expect(naming(outcome.answer.conversationId)).toBe(3); // its own row, its invitation, and the draft
});
