import { randomUUID } from "node:crypto";
import { afterAll, expect, onTestFinished, test } from "vitest";
import type { Move } from "#conversation/moves";
import type { Seat } from "#conversation/seats";
import { pairGuide, talking, writing } from "#conversation/testing/guides";
import { dumpOf } from "#db/testing/dump";
import { keepLetter } from "../letters/keep-letter";
import type { Outcome } from "../requester";
import { allOfPartner, allOfTherapist } from "../testing/all-of";
import { canary } from "../testing/canaries";
import { move, open, startTestServer, tryOpen } from "../testing/test-server";
import { framesOf, type TestSocket, told } from "../testing/test-socket";
import { aTherapist, engaged, engagedWithBoth } from "../testing/with-therapist";
import { assign } from "./assign";
import { keepNote } from "./notes/keep-note";
import { shareSummary } from "./summaries/share-summary";
import { giveWhereabouts } from "./whereabouts";

// asvs 14.2.4, the canary with the third seat: every text is one of a kind, and is found only where it may be read.

const GUIDE = {
  ...pairGuide(
    writing({ id: "to-self", seen: "self", mayPass: true }),
    writing({ id: "to-therapist", seen: "therapist" }),
    writing({ id: "together", seen: "together" }),
    talking(),
  ),
  id: "everybody-reads-something",
};

const server = await startTestServer({ guides: [GUIDE] });
afterAll(server.stop);
const { ground } = server;

const SEATS = ["a", "b", "t"] as const;

/** Two who talk with their therapist there, and a second therapist whom only one of the two has said yes to. */
async function inTheRoom() {
  const pair = await server.startPair({ guide: GUIDE.id });
  const made = await engagedWithBoth(server, pair);
  const guests = { a: pair.a, b: pair.b, t: made.t };
  const second = await engaged(server, pair, await aTherapist(server, { name: "Dr. Sommer" }));
  await second.consent("a");
  const [a, b, t] = [
    await server.connect(guests.a),
    await server.connect(guests.b),
    await server.connect(guests.t),
  ];
  const outside = await server.connect(second.t);
  onTestFinished(() => [a, b, t, outside].forEach((socket) => void socket.disconnect()));
  const sockets: Record<Seat, TestSocket> = { a, b, t };
  for (const seat of SEATS) await open(sockets[seat], pair.id);
  await tryOpen(outside, pair.id);
  return { pair, made, second, guests, sockets, outside };
}

test("[V3] with a therapist there, words are where they may be read, and nowhere else", async () => {
  const { pair, made, second, guests, sockets, outside } = await inTheRoom();
  const readers = new Map<string, readonly Seat[]>();
  const textFor = (...seats: readonly Seat[]) => {
    const text = canary();
    readers.set(text, seats);
    return text;
  };
  let head = 0;
  const take = async (seat: Seat, made: Move) => {
    head += 1;
    expect(await move(sockets[seat], pair.id, made)).toEqual({ ok: true, seq: head });
    for (const one of SEATS) await told(sockets[one], "entries", (event) => event.head === head);
    return head;
  };
  const write = (text: string): Move => ({ kind: "write", ready: true, words: { story: text } });
  const requester = (seat: Seat) => server.requester(guests[seat]);
  const done = <Answer>(outcome: Outcome<Answer>): Answer => {
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    return outcome.answer;
  };

  for (const seat of ["a", "b"] as const) await take(seat, write(textFor(seat)));
  for (const seat of ["a", "b"] as const) await take(seat, write(textFor(seat, "t")));
  const first = textFor("a");
  await take("a", write(first));
  const whileAlone = framesOf(sockets.t).join() + framesOf(sockets.b).join();
  expect(whileAlone).not.toContain(first);
  await take("b", write(textFor(...SEATS)));
  readers.set(first, SEATS);
  const said = await take("a", { kind: "say", words: { text: textFor(...SEATS) } });
  await take("t", { kind: "prompt", words: { text: textFor(...SEATS) } });
  await take("t", { kind: "caucus", with: "a" });
  for (const seat of ["a", "t"] as const) {
    const apart = { conversationId: pair.id, apartId: randomUUID(), text: textFor("a", "t") };
    expect(await sockets[seat].emitWithAck("apart", apart)).toEqual({ ok: true });
  }

  const whereabouts = { where: textFor("a", "t"), call: textFor("a", "t"), word: textFor("a", "t") };
  done(await giveWhereabouts(ground.therapy, await requester("a"), made.engagementId, whereabouts));
  expect(await sockets.a.emitWithAck("say-word", { conversationId: pair.id })).toEqual({ ok: true });
  const ask = async (assigned: "a" | "b" | "both", note: string) =>
    assign(ground.therapy, await requester("t"), made.engagementId, {
      ...{ assignmentId: randomUUID(), for: assigned, note },
      asked: { kind: "reading", text: note },
    });
  done(await ask("b", textFor("b", "t")));
  done(await ask("both", textFor(...SEATS)));
  const note = { noteId: randomUUID(), title: textFor("t"), text: textFor("t") };
  done(await keepNote(ground.desk, await requester("t"), made.engagementId, note));
  const quotes = [{ conversationId: pair.id, seq: said }];
  const summary = { summaryId: randomUUID(), text: textFor(...SEATS), quotes };
  done(await shareSummary(ground.desk, await requester("t"), made.engagementId, summary));
  const letter = { letterId: randomUUID(), title: textFor("a"), text: textFor("a") };
  done(await keepLetter(ground.desk, await requester("a"), letter));

  for (const seat of SEATS) await open(sockets[seat], pair.id);
  const found: Readonly<Record<Seat, string>> = {
    a: framesOf(sockets.a).join() + (await allOfPartner(server, made, "a")),
    b: framesOf(sockets.b).join() + (await allOfPartner(server, made, "b")),
    t: framesOf(sockets.t).join() + (await allOfTherapist(server, made)),
  };
  for (const [text, allowed] of readers)
    for (const seat of SEATS)
      expect(found[seat].includes(text), `${seat} ${allowed.includes(seat) ? "misses" : "has"} ${text}`).toBe(
        allowed.includes(seat),
      );
  const nobody = [
    server.log.join(),
    await dumpOf(server.database),
    framesOf(outside).join() + (await allOfTherapist(server, second)),
  ];
  for (const place of nobody) for (const text of readers.keys()) expect(place).not.toContain(text);
});
