import { afterAll, expect, test } from "vitest";
import { insertSignIn } from "#db/sign-ins";
import { settleGuest } from "./sign-in/guest-left-behind";
import { signInAs } from "./sign-in/sign-in-as";
import { canary } from "./testing/canaries";
import { inTalk } from "./testing/in-talk";
import { type Guest, open, startTestServer } from "./testing/test-server";
import { framesOf, type TestSocket, told } from "./testing/test-socket";

// What one writes on a phone and goes on with at a desk: each device has a draft of its own, for its author's eyes only.

const server = await startTestServer();
afterAll(server.stop);
const { db } = server.database;

const PHONE = "Safari on iOS";
const SLOT = "talk:say";

/** Another device of the same person. */
async function anotherDevice(of: Guest, device = PHONE): Promise<{ socket: TestSocket; token: string }> {
  const { asking } = await server.requester(of);
  const { token } = await insertSignIn(db, { personId: asking?.personId ?? "", device }, server.clock.now());
  return { socket: await server.connect({ token }), token };
}

/** A conversation, and two devices of the one who has the floor. */
async function onTwoDevices() {
  const { pair, a: desk, b } = await inTalk(server);
  const phone = await anotherDevice(pair.a);
  const keep = async (on: TestSocket, text: string | null, instead?: string) => {
    server.clock.forward(1_000);
    const request = { conversationId: pair.id, slot: SLOT, words: text === null ? null : { text } };
    expect(await on.emitWithAck("draft", { ...request, ...(instead && { instead }) })).toEqual({ ok: true });
  };
  const draftsOn = async (on: TestSocket) => (await open(on, pair.id)).drafts;
  return { pair, desk, b, phone: phone.socket, phoneToken: phone.token, keep, draftsOn };
}

test("what only another device has is simply there", async () => {
  const { desk, phone, keep, draftsOn } = await onTwoDevices();
  await keep(phone, "On the train");
  expect(await draftsOn(desk)).toEqual([
    { slot: SLOT, words: { text: "On the train" }, from: { device: "phone", mark: expect.any(String) } },
  ]);
  expect(await draftsOn(phone)).toEqual([{ slot: SLOT, words: { text: "On the train" } }]);
});

test("where both have one each gets its own, and the other's with it", async () => {
  const { desk, phone, keep, draftsOn } = await onTwoDevices();
  await keep(phone, "On the train");
  await keep(desk, "At home");
  expect(await draftsOn(desk)).toMatchObject([
    { words: { text: "At home" }, elsewhere: [{ device: "phone", words: { text: "On the train" } }] },
  ]);
  expect(await draftsOn(phone)).toMatchObject([
    { words: { text: "On the train" }, elsewhere: [{ device: "unknown", words: { text: "At home" } }] },
  ]);
});

test("where both say the same there is nothing to ask", async () => {
  const { desk, phone, keep, draftsOn } = await onTwoDevices();
  await keep(phone, "The same");
  await keep(desk, "The same");
  expect(await draftsOn(desk)).toEqual([{ slot: SLOT, words: { text: "The same" } }]);
});

test("what was chosen takes the other's place, unless that has changed since it was seen", async () => {
  const { desk, phone, keep, draftsOn } = await onTwoDevices();
  await keep(phone, "On the train");
  await keep(desk, "At home");
  const [seen] = await draftsOn(desk);
  const mark = seen?.elsewhere?.[0]?.mark;
  await keep(phone, "On the train, and more");
  await keep(desk, "At home", mark);
  const [now] = await draftsOn(desk);
  expect(now?.elsewhere).toMatchObject([{ words: { text: "On the train, and more" } }]);
  await keep(desk, "On the train, and more", now?.elsewhere?.[0]?.mark);
  expect(await draftsOn(desk)).toEqual([{ slot: SLOT, words: { text: "On the train, and more" } }]);
  expect(await draftsOn(phone)).toMatchObject([{ from: { device: "unknown" } }]);
});

test("nothing left on one device leaves what the other has; with its mark that goes too", async () => {
  const { desk, phone, keep, draftsOn } = await onTwoDevices();
  await keep(phone, "On the train");
  await keep(desk, "At home");
  await keep(desk, null);
  const [left] = await draftsOn(desk);
  expect(left).toMatchObject({ words: { text: "On the train" }, from: { device: "phone" } });
  await keep(desk, null, left?.from?.mark);
  expect(await draftsOn(phone)).toEqual([]);
});

test("signing out on the phone leaves what was begun there; a sent move takes all of them along", async () => {
  const { pair, desk, phone, phoneToken, keep, draftsOn } = await onTwoDevices();
  await keep(phone, "On the train");
  await keep(desk, "At home");
  await server.ground.signOut(phoneToken);
  expect(await draftsOn(desk)).toMatchObject([{ elsewhere: [{ device: "unknown" }] }]);
  const move = { kind: "say", words: { text: "At home." } } as const;
  await desk.emitWithAck("move", { conversationId: pair.id, moveId: crypto.randomUUID(), move });
  expect(await draftsOn(desk)).toEqual([]);
});

test("the same person with another sign-in goes on with what was begun on this browser, and so does a guest who signs in", async () => {
  const { pair, desk, keep, draftsOn } = await onTwoDevices();
  await keep(desk, "At home");
  const requester = await server.requester(pair.a);
  const personId = requester.asking?.personId ?? "";
  const { signIn } = await signInAs(server.ground.signing, requester, personId);
  const again = await server.connect({ token: signIn.token });
  expect(await draftsOn(again)).toEqual([{ slot: SLOT, words: { text: "At home" } }]);
  const known = await server.requester((await server.startAlone()).a);
  const asking = await server.ground.whoIsAsking(signIn.token);
  const as = await signInAs(server.ground.signing, { ...requester, asking }, known.asking?.personId ?? "");
  const brought = await server.requester({ token: as.signIn.token } as Guest);
  expect(await settleGuest(server.ground.signing, brought, { bring: true })).toMatchObject({ ok: true });
  const on = await server.connect({ token: as.signIn.token });
  expect(await draftsOn(on)).toEqual([{ slot: SLOT, words: { text: "At home" } }]);
});

test("the author's other devices are told that there is something; nobody else is told or sent anything", async () => {
  const { pair, desk, b, phone, keep, draftsOn } = await onTwoDevices();
  await draftsOn(phone);
  const text = canary();
  const isTold = told(phone, "drafts", (event) => event.conversationId === pair.id);
  await keep(desk, text);
  await isTold;
  const stranger = await server.connect((await server.startPair()).a);
  await open(b, pair.id);
  for (const other of [b, stranger]) {
    expect(framesOf(other).join()).not.toContain(text);
    expect(framesOf(other).join()).not.toContain('"drafts",');
  }
  expect(framesOf(desk).join()).not.toContain('"drafts",');
  expect(framesOf(phone).join()).not.toContain(text); // only that there is something
  expect(JSON.stringify(await draftsOn(phone))).toContain(text);
});
