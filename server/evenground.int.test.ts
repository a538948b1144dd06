import { afterAll, expect, test } from "vitest";
import { evenground, setEvenground } from "./evenground";
import { startConversation } from "./start-conversation";
import { move, startTestServer } from "./testing/test-server";

// What pages may ask of the running process.

const server = await startTestServer();
afterAll(server.stop);
const { ground, clock } = server;
const DAY = 86_400_000;

test("pages that are served by no process are told how to start one", () => {
  Reflect.deleteProperty(globalThis, Symbol.for("evenground"));
  expect(evenground).toThrow("Nothing is running here: start through `npm start` or `npm run dev`.");
  setEvenground(ground);
  expect(evenground()).toBe(ground);
});

test("a sign-in lasts 90 days from when it was last used", async () => {
  const { a } = await server.startAlone();
  for (let visit = 0; visit < 4; visit += 1) {
    clock.forward(89 * DAY);
    expect(await ground.whoIsAsking(a.token)).toMatchObject({ name: "Ada" });
  }
  clock.forward(90 * DAY);
  expect(await ground.whoIsAsking(a.token)).toBeNull();
});

test("asvs 7.4.1: nobody is asking with a token that is unknown or was ended", async () => {
  const { a } = await server.startAlone();
  for (const token of ["", "x".repeat(43), `${a.token} `, a.token.toLowerCase()])
    expect(await ground.whoIsAsking(token)).toBeNull();
  await ground.signOut(a.token);
  expect(await ground.whoIsAsking(a.token)).toBeNull();
});

test("asvs 8.2.2: a page opens a conversation for whoever has a seat in it, as that seat sees it", async () => {
  const pair = await server.startPair({ topic: "Last Sunday" });
  const stranger = await server.startPair();
  await move(await server.connect(pair.a), pair.id, { kind: "acknowledge" });
  const open = async (token: string) => {
    const asking = await ground.whoIsAsking(token);
    return asking && ground.open(asking, pair.id, "en");
  };
  expect(await open(pair.a.token)).toMatchObject({ seat: "a", head: 1, topic: "Last Sunday", here: [] });
  expect(await open(pair.b.token)).toMatchObject({ seat: "b", head: 1 });
  expect(await open(stranger.a.token)).toBeNull();
  await ground.signOut(pair.b.token);
  expect(await open(pair.b.token)).toBeNull();
});

test("one's own conversations, the newest first, and nobody else's", async () => {
  const pair = await server.startPair();
  clock.forward(1);
  const started = await startConversation(ground.desk, await server.requester(pair.b), {
    guide: "speak-and-reflect",
  });
  await server.startPair();
  const asking = await ground.whoIsAsking(pair.b.token);
  expect(asking && (await ground.ownConversations(asking))).toMatchObject([
    { id: started.ok && started.answer.conversationId },
    { id: pair.id },
  ]);
});

test("asvs 8.2.2: with whom one goes on is told to the two themselves, and to nobody after what was done alone", async () => {
  const pair = await server.startPair();
  const { id, a } = await server.startAlone();
  const couple = async (token: string, conversationId: string) => {
    const asking = await ground.whoIsAsking(token);
    return asking && ground.couple(asking, conversationId);
  };
  expect(await couple(pair.a.token, pair.id)).toEqual({ seat: "a", other: "Ben" });
  expect(await couple(pair.b.token, pair.id)).toEqual({ seat: "b", other: "Ada" });
  expect(await couple(a.token, id)).toEqual({ seat: "a", other: null });
  for (const [token, conversationId] of [
    [a.token, pair.id],
    [pair.a.token, id],
    [a.token, "not-an-id"],
    [a.token, "00000000-0000-7000-8000-000000000000"],
  ] as const)
    expect(await couple(token, conversationId)).toBeNull();
});
