import type { Socket } from "socket.io-client";
import type { ClientEvents, ServerEvents } from "#wire/events";

export type LiveSocket = Socket<ServerEvents, ClientEvents>;

/**
 * A socket to this page's own server. The client library is loaded here and nowhere else: most pages do without.
 * It connects by itself and comes back by itself, whatever cut it off.
 */
export async function openSocket(): Promise<LiveSocket> {
  const { io } = await import("socket.io-client");
  const socket: LiveSocket = io({
    transports: ["websocket"],
    reconnectionDelay: 300,
    reconnectionDelayMax: 5_000,
    randomizationFactor: 0.5,
  });
  // When the server itself ends a socket (it restarts), the library waits to be told.
  socket.on("disconnect", (reason) => {
    if (reason === "io server disconnect") socket.connect();
  });
  followTheBrowser(socket);
  return socket;
}

/** The library finds out that the line is cut only when a ping goes unanswered; the browser knows at once. */
function followTheBrowser(socket: LiveSocket): void {
  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener("offline", () => socket.io.engine?.close(), { signal });
  window.addEventListener("online", () => socket.connect(), { signal });
  socket.on("disconnect", (reason) => {
    if (reason === "io client disconnect") listening.abort();
  });
}
