import type { LiveSocket } from "../socket";

/** Gives a socket until `ended` says that it is not needed any more. */
export type BorrowSocket = (ended: AbortSignal) => Promise<LiveSocket>;

/** One socket for everybody who borrows: opened for whoever asks first, closed when the last one has ended. */
export function shareSocket(open: () => Promise<LiveSocket>): BorrowSocket {
  let shared: { readonly socket: Promise<LiveSocket>; readonly users: Set<AbortSignal> } | null = null;
  return (ended) => {
    shared ??= { socket: open(), users: new Set() };
    const { socket, users } = shared;
    users.add(ended);
    ended.addEventListener("abort", () => {
      users.delete(ended);
      if (users.size > 0) return;
      if (shared?.users === users) shared = null;
      // What could not be opened need not be closed.
      socket.then((opened) => opened.disconnect()).catch(() => {});
    });
    return socket;
  };
}
