import type { WatchRequest } from "#wire/events";
import type { BorrowSocket } from "./shared-socket";

/** What a page wants to know of a space. */
export interface Follower {
  /** When what the page shows was read (ISO 8601). */
  readonly since: string;
  /** Whether from now on every change is heard of. */
  onWatching(isWatching: boolean): void;
  /** Something may have changed. Only ever called while the server can be reached: a page made anew needs it. */
  onChange(): void;
}

/** A space that is followed. */
export interface Following {
  /** To be called where something may have been missed: a page that comes into sight may have been put to sleep. */
  lookAgain(): void;
  stop(): void;
}

/** How long the server may take to answer. */
const PATIENCE = 10_000;

/** Follows a space until it is stopped. */
export function followSpace(spaceId: string, follower: Follower, borrow: BorrowSocket): Following {
  const ended = new AbortController();
  let lookAgain = () => {};
  follow(spaceId, follower, borrow, ended.signal)
    .then((again) => {
      lookAgain = again;
    })
    .catch(() => {
      // The library could not be loaded. The page is as it was made, and can be loaded anew by hand.
    });
  return { lookAgain: () => lookAgain(), stop: () => ended.abort() };
}

async function follow(
  spaceId: string,
  follower: Follower,
  borrow: BorrowSocket,
  ended: AbortSignal,
): Promise<() => void> {
  const socket = await borrow(ended);
  if (ended.aborted) return () => {};
  let first: Pick<WatchRequest, "since"> | null = { since: follower.since };

  /** The first time the server says whether the page is too old already. Later it may be, whatever was missed. */
  async function watch(): Promise<void> {
    const request = { spaceId, ...first };
    const asked = socket.timeout(PATIENCE).emitWithAck("watch", request);
    const answer = await asked.catch(() => null); // cut off: it is asked again when the line is back
    if (ended.aborted) return;
    const isWatching = answer?.ok === true;
    follower.onWatching(isWatching);
    if (!isWatching) return;
    if (!first) follower.onChange();
    first = null;
  }
  const lost = () => follower.onWatching(false);
  const heard = (event: { readonly spaceId: string }) => {
    if (event.spaceId === spaceId) follower.onChange();
  };
  socket.on("connect", watch);
  socket.on("disconnect", lost);
  socket.on("lasting", heard);
  ended.addEventListener("abort", () => {
    socket.off("connect", watch);
    socket.off("disconnect", lost);
    socket.off("lasting", heard);
  });
  const lookAgain = () => void (socket.connected && !ended.aborted && watch());
  lookAgain();
  return lookAgain;
}
