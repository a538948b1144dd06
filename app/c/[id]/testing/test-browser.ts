import { io } from "socket.io-client";
import { onTestFinished } from "vitest";
import { cookieName } from "#server/cookies";
import type { TestClock } from "#server/testing/test-clock";
import { type Guest, open, type TestServer } from "#server/testing/test-server";
import { type Device, makePassingDevice } from "../../../device/device";
import type { LiveSocket } from "../../../socket";
import { type LiveConversation, makeLiveConversation } from "../live-conversation";
import type { Snapshot } from "../snapshot";

/** A page of a conversation, without what is painted. */
export interface TestBrowser {
  readonly live: LiveConversation;
  /** Cuts the line; it comes back by itself. */
  cut(): void;
  /** Takes the line away until `online` is called. */
  offline(): Promise<void>;
  online(): Promise<void>;
  /** Closes the page. */
  close(): void;
}

interface Place {
  readonly server: TestServer;
  readonly clock: TestClock;
  readonly conversationId: string;
}

/** What a browser has at the start, over a socket that comes back by itself, as app/socket.ts makes it. */
export async function openBrowser(
  { server, clock, conversationId }: Place,
  guest: Guest,
  device: Device = makePassingDevice(),
): Promise<TestBrowser> {
  const page = await server.connect(guest);
  const opened = await open(page, conversationId);
  page.disconnect();
  const sockets: LiveSocket[] = [];
  const openSocket = async () => {
    const socket: LiveSocket = io(server.url, {
      transports: ["websocket"],
      forceNew: true,
      reconnectionDelay: 20,
      reconnectionDelayMax: 50,
      extraHeaders: { Origin: server.url, Cookie: `${cookieName(false)}=${guest.token}` },
    });
    socket.on("disconnect", (reason) => reason === "io server disconnect" && socket.connect());
    sockets.push(socket);
    return socket;
  };
  const live = makeLiveConversation(conversationId, opened, openSocket, () => clock.now().getTime(), device);
  const close = live.start();
  onTestFinished(close);
  const isOnline = () => until(live, ({ connection }) => connection.kind === "online");
  await isOnline();
  return {
    live,
    close,
    cut: () => sockets.at(-1)?.io.engine.close(),
    async offline() {
      sockets.at(-1)?.disconnect();
      await until(live, ({ connection }) => connection.kind === "offline");
    },
    async online() {
      sockets.at(-1)?.connect();
      await isOnline();
    },
  };
}

/** Resolves as soon as what the page shows is so. */
export function until(live: LiveConversation, isSo: (snapshot: Snapshot) => boolean): Promise<Snapshot> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isSo(live.snapshot())) return;
      stop();
      resolve(live.snapshot());
    };
    const stop = live.subscribe(look);
    look();
  });
}
