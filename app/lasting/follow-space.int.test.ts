import { io } from "socket.io-client";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { cookieName } from "#server/cookies";
import { openCouple } from "#server/lasting/testing/test-keepings";
import { leaveSpace } from "#server/leave-space";
import { type Guest, startTestServer } from "#server/testing/test-server";
import type { LiveSocket } from "../socket";
import { followSpace } from "./follow-space";
import { shareSocket } from "./shared-socket";

// A page that follows a space over a real line: what it hears, what it may have missed, and when it stops.

const server = await startTestServer();
afterAll(server.stop);

/** What a page has without what is painted: a socket that comes back by itself, as app/socket.ts makes it. */
function pageOf(guest: Guest) {
  const sockets: LiveSocket[] = [];
  const borrow = shareSocket(async () => {
    const socket: LiveSocket = io(server.url, {
      transports: ["websocket"],
      forceNew: true,
      reconnectionDelay: 20,
      reconnectionDelayMax: 50,
      extraHeaders: { Origin: server.url, Cookie: `${cookieName(false)}=${guest.token}` },
    });
    sockets.push(socket);
    return socket;
  });
  return {
    sockets,
    follow(spaceId: string) {
      const seen = { changes: 0, isWatching: false, times: 0 };
      const follower = {
        since: server.clock.now().toISOString(),
        onWatching: (isWatching: boolean) => {
          seen.isWatching = isWatching;
          if (isWatching) seen.times += 1;
        },
        onChange: () => {
          seen.changes += 1;
        },
      };
      const following = followSpace(spaceId, follower, borrow);
      onTestFinished(following.stop);
      return { ...following, seen };
    },
  };
}

/** A couple who came a while ago, and the page of one of them. */
async function following() {
  const couple = await openCouple(server);
  server.clock.forward(60_000);
  const page = pageOf(couple.b.guest);
  const own = page.follow(couple.spaceId);
  await expect.poll(() => own.seen).toMatchObject({ isWatching: true, changes: 0 });
  const thank = () => couple.a.keep({ kind: "appreciate", words: { text: "Thanks" } });
  return { ...couple, page, own, thank };
}

test("a change is heard of once, by everything on the page; of other spaces nothing is", async () => {
  const { page, own, spaceId, thank } = await following();
  const beside = page.follow(spaceId);
  await expect.poll(() => beside.seen.isWatching).toBe(true);
  const before = beside.seen.changes;
  await thank();
  await expect.poll(() => [own.seen.changes, beside.seen.changes - before]).toEqual([1, 1]);
  const elsewhere = await openCouple(server);
  await elsewhere.a.keep({ kind: "appreciate", words: { text: "Thanks" } });
  await thank();
  await expect.poll(() => own.seen.changes).toBe(2);
  expect(page.sockets).toHaveLength(1);
});

test("whatever came while the line was cut is looked at when it is back, and never before", async () => {
  const { page, own, thank } = await following();
  const [socket] = page.sockets;
  socket?.disconnect();
  await expect.poll(() => own.seen.isWatching).toBe(false);
  await thank();
  own.lookAgain(); // there is no line: a page made anew now would be lost
  expect(own.seen.changes).toBe(0);
  socket?.connect();
  await expect.poll(() => own.seen).toMatchObject({ isWatching: true, changes: 1 });
});

test("coming into sight again it looks again; stopped, it hears nothing and the line is closed", async () => {
  const { page, own, spaceId, thank } = await following();
  own.lookAgain();
  await expect.poll(() => own.seen).toMatchObject({ times: 2, changes: 1 });
  const beside = page.follow(spaceId);
  await expect.poll(() => beside.seen.isWatching).toBe(true);
  own.stop();
  const heard = own.seen.changes;
  const before = beside.seen.changes;
  await thank();
  await expect.poll(() => beside.seen.changes - before).toBe(1);
  expect(own.seen.changes).toBe(heard);
  expect(page.sockets[0]?.connected).toBe(true);
  beside.stop();
  await expect.poll(() => page.sockets[0]?.connected).toBe(false);
});

test("whoever has left watches no more", async () => {
  const { b, own, spaceId } = await following();
  await leaveSpace(server.ground.leaving, await server.requester(b.guest), spaceId, { words: "leave" });
  await expect.poll(() => own.seen.isWatching).toBe(false);
});
