import type { IncomingMessage } from "node:http";
import { WebSocket } from "ws";

/** Headers of an upgrade. An Origin that is not given is not sent. */
export type UpgradeHeaders = Readonly<Record<string, string>>;

/** A connection below Socket.IO, for what no client of ours would send. */
function openRaw(url: string, headers: UpgradeHeaders, query = ""): WebSocket {
  const address = `${url.replace(/^http/, "ws")}/socket.io/?EIO=4&transport=websocket${query}`;
  return new WebSocket(address, { headers });
}

/** What an upgrade is answered with: 101, or the status of the refusal. */
export function statusOfUpgrade(url: string, headers: UpgradeHeaders, query = ""): Promise<number> {
  const socket = openRaw(url, headers, query);
  return new Promise((resolve) => {
    socket.on("error", () => {}); // ends in `close`, and the status is known by then
    socket.once("unexpected-response", (_request, response: IncomingMessage) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.once("open", () => {
      resolve(101);
      socket.terminate();
    });
  });
}

/** Connects and says Socket.IO's first words. The answer lets it in (`40…`) or not (`44…`). */
export async function enterRaw(
  url: string,
  headers: UpgradeHeaders,
  { query = "", words = "40" } = {},
): Promise<{ readonly socket: WebSocket; readonly answer: string }> {
  const socket = openRaw(url, headers, query);
  socket.once("message", () => socket.send(words)); // after the engine's own greeting
  return { socket, answer: await nextMessage(socket, (text) => text.startsWith("4")) };
}

/** The next message that matches, as text. */
function nextMessage(socket: WebSocket, matches: (text: string) => boolean): Promise<string> {
  return new Promise((resolve) => {
    const listen = (data: unknown) => {
      const text = String(data);
      if (!matches(text)) return;
      socket.off("message", listen);
      resolve(text);
    };
    socket.on("message", listen);
  });
}
