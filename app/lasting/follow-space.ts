import type { WatchRequest } from "#wire/events";
import { type LiveSocket, openSocket } from "../socket";

/** What a page wants to know of a space. */
export interface Follower {
  /** When what the page shows was read (ISO 8601). */
  readonly since: string;
  /** Whether from now on every change is heard of. */
  onWatching(isWatching: boolean): void;
  /** Something may have changed. Only ever called while the server can be reached: a page made anew needs it. */
  onChange(): void;
}

/** How long the server may take to answer. */
const PATIENCE = 10_000;

/** Follows a space until the function it gives is called. Everything on a page shares one socket. */
export function followSpace(spaceId: string, follower: Follower): () => void {
  const ended = new AbortController();
  listen(spaceId, follower, ended.signal).catch(() => {
    // The library could not be loaded. The page is as it was made, and can be loaded anew by hand.
  });
  return () => ended.abort();
}

async function listen(spaceId: string, follower: Follower, ended: AbortSignal): Promise<void> {
  const socket = await borrowSocket(ended);
  if (ended.aborted) return;
  let known: Pick<WatchRequest, "since"> | null = { since: follower.since };

  /** The first time the server says whether the page is too old already; later it may be, whatever was missed. */
  async function watch(): Promise<void> {
    const request = { spaceId, ...known };
    const answer = await socket
      .timeout(PATIENCE)
      .emitWithAck("watch", request)
      .catch(() => null);
    if (ended.aborted) return;
    const isWatching = answer?.ok === true;
    follower.onWatching(isWatching);
    if (isWatching && !known) follower.onChange();
    if (isWatching) known = null;
  }
  const lost = () => follower.onWatching(false);
  const heard = (event: { readonly spaceId: string }) => {
    if (event.spaceId === spaceId) follower.onChange();
  };
  /** A page that was out of sight may have been put to sleep with all it listened to. */
  const cameIntoSight = () => {
    if (document.visibilityState === "visible" && socket.connected) void watch();
  };

  socket.on("connect", watch);
  socket.on("disconnect", lost);
  socket.on("lasting", heard);
  document.addEventListener("visibilitychange", cameIntoSight, { signal: ended });
  ended.addEventListener("abort", () => {
    socket.off("connect", watch);
    socket.off("disconnect", lost);
    socket.off("lasting", heard);
  });
  if (socket.connected) await watch();
}

let shared: { readonly socket: Promise<LiveSocket>; readonly users: Set<AbortSignal> } | null = null;

/** The page's socket, opened for whoever asks first and closed when the last one has ended. */
function borrowSocket(ended: AbortSignal): Promise<LiveSocket> {
  shared ??= { socket: openSocket(), users: new Set() };
  const { socket, users } = shared;
  users.add(ended);
  ended.addEventListener("abort", () => {
    users.delete(ended);
    if (users.size > 0) return;
    if (shared?.users === users) shared = null;
    socket.then((opened) => opened.disconnect()).catch(() => {});
  });
  return socket;
}
