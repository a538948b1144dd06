import { afterAll, expect, test } from "vitest";
import type { Move } from "#conversation/moves";
import type { Partner } from "#conversation/seats";
import { dumpOf } from "#db/testing/dump";
import { claimSeat } from "./invitations";
import { startConversation } from "./start-conversation";
import { canary, type WatchedTalk, watchTalk } from "./testing/canaries";
import { agreeing, REVIEWING } from "./testing/test-guides";
import { signedIn, startTestServer } from "./testing/test-server";

// asvs 14.2.4, the canary: every text of a whole conversation is one of a kind, and may be found only where it may be read.

const server = await startTestServer({ guides: [agreeing("commitment"), REVIEWING] });
afterAll(server.stop);

const PARTNERS = ["a", "b"] as const;
const OWN = { a: '"heard":7,"topic":3,"pace":9', b: '"heard":2,"topic":5,"pace":1' };

const write = (words: Record<string, string | number>): Move => ({ kind: "write", ready: true, words });

/** A whole "speak and reflect", with drafts, refusals and an answer that is replaced. */
async function playAll(talk: WatchedTalk): Promise<void> {
  const { readers, textFor, take, refused, draft } = talk;
  for (const seat of PARTNERS) await take(seat, { kind: "acknowledge" });
  await refused("b", { kind: "say", words: { text: textFor() } });
  await refused("a", { kind: "say", words: { text: textFor().repeat(400) } });
  await refused("a", { kind: "check", answers: 1, verdict: "no", words: { text: textFor() } });
  await draft("a", "talk:say");
  await draft("b", "talk:reflect");
  await speak(talk, "a", "b");
  await speak(talk, "b", "a");

  await draft("a", "understood:write");
  await take("a", write({ understood: textFor("a") }));
  const fromA = textFor("a");
  await take("a", write({ understood: fromA }));
  const fromB = textFor("a", "b");
  readers.set(fromA, PARTNERS); // with b's answer both are in
  await take("b", write({ understood: fromB }));

  await refused("b", write({ understood: textFor() }));
  for (const seat of PARTNERS) {
    readers.set(OWN[seat], [seat]);
    await take(seat, write(JSON.parse(`{${OWN[seat]}}`) as Record<string, number>));
  }
}

async function speak({ take, textFor }: WatchedTalk, speaker: Partner, listener: Partner): Promise<void> {
  const words = () => ({ text: textFor("a", "b") });
  const said = await take(speaker, { kind: "say", words: words() });
  const first = await take(listener, { kind: "reflect", answers: said, words: words() });
  await take(speaker, { kind: "check", answers: first, verdict: "partly", words: words() });
  const second = await take(listener, { kind: "reflect", answers: said, words: words() });
  await take(speaker, { kind: "check", answers: second, verdict: "yes" });
  await take(speaker, { kind: "heard" });
}

test("words reach whoever may read them, when they may, and are nowhere else", async () => {
  const [nameA, nameB, topic] = [canary(), canary(), canary()];
  const { id, a, link } = await server.startAlone({ name: nameA, topic });
  const claim = { secret: link.secret, name: nameB };
  const { token } = signedIn(await claimSeat(server.ground.desk, await server.requester(), link.id, claim));
  const talk = await watchTalk(server, id, { a, b: { token } }, new Map([[topic, PARTNERS]]));
  await playAll(talk);

  for (const [text, allowed] of talk.readers)
    for (const seat of allowed) expect(talk.hasSeen(seat, text), `${seat} has not seen ${text}`).toBe(true);

  const [log, dump, seenByStranger] = [
    server.log.join(),
    await dumpOf(server.database),
    talk.seenByStranger(),
  ];
  for (const place of [log, dump, seenByStranger]) {
    for (const text of talk.readers.keys()) {
      expect(place).not.toContain(text);
      expect(place).not.toContain(Buffer.from(text).toString("base64").slice(0, -4));
    }
    for (const secret of [link.secret, a.token, token]) expect(place).not.toContain(secret);
  }
  for (const name of [nameA, nameB]) {
    expect(log).not.toContain(name);
    expect(seenByStranger).not.toContain(name);
    expect(dump).toContain(name); // names are no secret at rest; a dump that shows nothing would prove nothing
  }
  expect(log).toContain("not-your-turn");
});

test("asvs 14.2.4: words of agreements reach the two who made them, in a review too, and are ciphertext at rest", async () => {
  const { id, a, b } = await server.startPair({ guide: "agreeing-commitment" });
  const talk = await watchTalk(server, id, { a, b }, new Map());
  const words = () => ({
    what: talk.textFor("a", "b"),
    repeat: "daily 2026-03-01/2026-12-31 UTC",
    sign: talk.textFor("a", "b"),
  });
  const offered = await talk.take("a", { kind: "propose", sort: "commitment", words: words() });
  await talk.refused("a", { kind: "accept", answers: offered });
  await talk.take("b", { kind: "accept", answers: offered });
  await talk.refused("b", { kind: "accept", answers: offered });
  const agreed = [...talk.readers.keys()];

  const request = { guide: "reviewing", after: id };
  const next = await startConversation(server.ground.desk, await server.requester(b), request);
  if (!next.ok) throw new Error(JSON.stringify(next));
  const again = await watchTalk(server, next.answer.conversationId, { a, b }, talk.readers);
  for (const text of agreed)
    for (const seat of PARTNERS) expect(again.hasSeen(seat, text), `${seat} has not seen ${text}`).toBe(true);

  const places = [
    server.log.join(),
    await dumpOf(server.database),
    talk.seenByStranger(),
    again.seenByStranger(),
  ];
  for (const place of places)
    for (const text of agreed) {
      expect(place).not.toContain(text);
      expect(place).not.toContain(Buffer.from(text).toString("hex"));
    }
});
