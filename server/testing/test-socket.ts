import { io, type Socket } from "socket.io-client";
import type { ClientEvents, ServerEvents } from "#wire/events";

export type TestSocket = Socket<ServerEvents, ClientEvents>;

/** What a socket is told with an event. */
export type Told<E extends keyof ServerEvents> = Parameters<ServerEvents[E]>[0];

interface Heard {
  readonly event: string;
  readonly payload: unknown;
}

interface Memory {
  /** Every message that came over the wire, as it came. */
  readonly frames: string[];
  readonly heard: Heard[];
  readonly listeners: Set<(heard: Heard) => void>;
}

const memories = new WeakMap<TestSocket, Memory>();

/** Makes a socket that remembers all it is told. It connects when told to, and never again by itself. */
export function makeSocket(url: string, headers: Readonly<Record<string, string>>): TestSocket {
  const socket: TestSocket = io(url, {
    transports: ["websocket"],
    extraHeaders: { ...headers },
    forceNew: true,
    reconnection: false,
    autoConnect: false,
  });
  const memory: Memory = { frames: [], heard: [], listeners: new Set() };
  memories.set(socket, memory);
  socket.io.on("open", () =>
    socket.io.engine.on("packet", ({ data }) => memory.frames.push(String(data ?? ""))),
  );
  socket.onAny((event: string, payload: unknown) => {
    const heard = { event, payload };
    memory.heard.push(heard);
    for (const listener of memory.listeners) listener(heard);
  });
  return socket;
}

/** Resolves once the server has let it in; rejects with the server's reason where it does not. */
export function connected(socket: TestSocket): Promise<TestSocket> {
  return new Promise((resolve, reject) => {
    socket.once("connect", () => resolve(socket));
    socket.once("connect_error", (error) => {
      socket.disconnect();
      reject(error);
    });
    socket.connect();
  });
}

/** Sends what no client of ours would, and gives the answer. */
export function sendAnything(socket: TestSocket, event: string, ...payload: unknown[]): Promise<unknown> {
  // Below the types, on purpose: they are what keeps our own clients from sending this.
  return (socket as Socket).timeout(10_000).emitWithAck(event, ...payload);
}

/** The same, without asking for an answer. */
export function shoutAnything(socket: TestSocket, event: string, ...payload: unknown[]): void {
  (socket as Socket).emit(event, ...payload);
}

/** Resolves once it is closed, with the reason. */
export function closed(socket: TestSocket): Promise<string> {
  return new Promise((resolve) => {
    if (socket.connected) socket.once("disconnect", resolve);
    else resolve("closed before");
  });
}

/** All messages that came over this socket, as they came. */
export function framesOf(socket: TestSocket): readonly string[] {
  return memoryOf(socket).frames;
}

/** All that this socket was told with one event, in order. */
export function allTold<E extends keyof ServerEvents>(socket: TestSocket, event: E): readonly Told<E>[] {
  return memoryOf(socket).heard.flatMap((heard) => (isOf(heard, event) ? [heard.payload] : []));
}

/** The first thing this socket was told, already or from now on, that matches. */
export function told<E extends keyof ServerEvents>(
  socket: TestSocket,
  event: E,
  matches: (payload: Told<E>) => boolean = () => true,
): Promise<Told<E>> {
  const { heard, listeners } = memoryOf(socket);
  return new Promise((resolve) => {
    const listen = (one: Heard) => {
      if (!isOf(one, event) || !matches(one.payload)) return;
      listeners.delete(listen);
      resolve(one.payload);
    };
    listeners.add(listen);
    for (const one of heard) listen(one);
  });
}

function memoryOf(socket: TestSocket): Memory {
  const memory = memories.get(socket);
  if (!memory) throw new Error("This socket was not made by makeSocket.");
  return memory;
}

/** The parser of what was heard: the server's own types say what comes with an event. */
function isOf<E extends keyof ServerEvents>(
  heard: Heard,
  event: E,
): heard is { readonly event: E; readonly payload: Told<E> } {
  return heard.event === event;
}
