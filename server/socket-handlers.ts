import type { Db } from "#db/database";
import { hasChangedSince } from "#db/lasting-changes";
import { findPartnerSeat } from "#db/members";
import type {
  ApartRequest,
  Done,
  DraftRequest,
  LeaveRequest,
  MoveAnswer,
  MoveRequest,
  OpenAnswer,
  OpenRequest,
  SayWordRequest,
  WatchRequest,
} from "#wire/events";
import type { NotOk } from "#wire/refusals";
import {
  apartRequest,
  draftRequest,
  leaveRequest,
  moveRequest,
  openRequest,
  sayWordRequest,
  watchRequest,
} from "#wire/requests";
import {
  type ClientSocket,
  conversationRoom,
  type Io,
  lastingRoom,
  personRoom,
  seatRoom,
  signInRoom,
  therapistRoom,
} from "./announcer";
import { keepDraft } from "./keep-draft";
import type { Limit, Limits } from "./limits";
import type { LiveConversations } from "./live-conversations";
import type { Log } from "./log";
import type { Metrics } from "./metrics";
import { withdrawInConversation } from "./notices/withdraw-notices";
import { openConversation } from "./open-conversation";
import { announceHere, seatsHere } from "./presence";
import { onEvent, refuse } from "./socket-edge";
import type { TakeMove } from "./take-move";
import type { Place } from "./therapy/place";
import { provePlace } from "./therapy/prove-place";
import { sayApart } from "./therapy/say-apart";
import { sayWord } from "./therapy/whereabouts";
import type { Underway } from "./underway";

export interface SocketDesk {
  readonly io: Io;
  readonly db: Db;
  readonly takeMove: TakeMove;
  readonly live: LiveConversations;
  readonly limits: Limits;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly underway: Underway;
  readonly now: () => Date;
}

/** Attaches the events of docs/wire.md to every socket whose sign-in was proved. */
export function serveSockets(desk: SocketDesk): void {
  desk.io.on("connection", (socket) => {
    const { asking } = socket.data;
    socket.join([personRoom(asking.personId), signInRoom(asking.signInId)]);
    dropSlowReader(socket, desk.limits.unsentBytesPerSocket);
    onEvent(socket, desk, "open", openRequest, (from, request) => open(desk, from, request));
    onEvent(socket, desk, "move", moveRequest, (from, request) => move(desk, from, request));
    onEvent(socket, desk, "draft", draftRequest, (from, request) => draft(desk, from, request));
    onEvent(socket, desk, "apart", apartRequest, (from, request) => apart(desk, from, request));
    onEvent(socket, desk, "say-word", sayWordRequest, (from, request) => word(desk, from, request));
    onEvent(socket, desk, "leave", leaveRequest, (from, request) => leave(desk, from, request));
    onEvent(socket, desk, "watch", watchRequest, (from, request) => watch(desk, from, request));
    socket.on("disconnect", () => {
      for (const conversationId of socket.data.seats.keys()) tellHere(desk, conversationId);
    });
  });
}

/** Joins first and reads then: what is announced in between is not missed, and what comes twice has its number. */
async function open(desk: SocketDesk, socket: ClientSocket, request: OpenRequest): Promise<OpenAnswer> {
  const wait = await desk.limits.opensPerSocket.take(socket.id);
  if (wait > 0) return refuse({ kind: "slow-down", retryAfterMs: wait });
  const { conversationId } = request;
  const { asking, locale } = socket.data;
  const place = await provePlace(desk.db, conversationId, asking.tokenHash, desk.now());
  if (!place) return turnAway(desk, socket, conversationId);
  const rooms = roomsOf(conversationId, place);
  const full = await isFull(desk, socket, rooms[0]);
  if (full) return full;
  const wasHere = socket.data.seats.has(conversationId);
  socket.data.seats.set(conversationId, place.seat);
  if (place.seat === "t") socket.data.engagements.set(conversationId, place.engagementId);
  socket.join([...rooms, conversationRoom(conversationId)]);
  const opener = { db: desk.db, live: desk.live, here: (id: string) => seatsHere(desk.io, id) };
  const opened = await openConversation(
    opener,
    { place, signInId: asking.signInId, locale },
    request,
    desk.now(),
  );
  if (!opened) return turnAway(desk, socket, conversationId);
  // Nobody waits for this.
  void desk.underway.track(withdrawInConversation(desk, asking.personId, conversationId, desk.now()));
  if (!wasHere) tellHere(desk, conversationId);
  return opened;
}

async function move(desk: SocketDesk, socket: ClientSocket, request: MoveRequest): Promise<MoveAnswer> {
  const { conversationId } = request;
  const sender = await senderOf(desk, socket, conversationId);
  if ("ok" in sender) return sender;
  const taken = await desk.metrics.timeMove(() => desk.takeMove(sender, request, desk.now));
  return isTurnedAway(taken) ? turnAway(desk, socket, conversationId) : taken;
}

/** From where this socket says something, as far as is known before it is proved; or why it may not just now. */
async function senderOf(
  desk: SocketDesk,
  socket: ClientSocket,
  conversationId: string,
): Promise<(Place & { readonly tokenHash: Uint8Array }) | NotOk> {
  const { tokenHash } = socket.data.asking;
  const place =
    placeOn(socket, conversationId) ?? (await provePlace(desk.db, conversationId, tokenHash, desk.now()));
  if (!place) return turnAway(desk, socket, conversationId);
  const busy = await overLimit(desk.limits.movesPerSeat, roomsOf(conversationId, place)[0]);
  return busy ?? { ...place, tokenHash };
}

/** To the one other person who is in the caucus, and to one’s own other devices. */
async function apart(desk: SocketDesk, socket: ClientSocket, request: ApartRequest): Promise<Done> {
  const { conversationId } = request;
  const sender = await senderOf(desk, socket, conversationId);
  if ("ok" in sender) return sender;
  const done = await sayApart(desk, sender, request, desk.now());
  if (!done.ok) return isTurnedAway(done) ? turnAway(desk, socket, conversationId) : done;
  const { said, engagementId } = done;
  desk.io
    .to([seatRoom(conversationId, said.with), therapistRoom(conversationId, engagementId)])
    .emit("apart", { conversationId, said });
  return { ok: true };
}

/** To the therapists to whom it was given, and nobody else. */
async function word(desk: SocketDesk, socket: ClientSocket, request: SayWordRequest): Promise<Done> {
  const { conversationId } = request;
  const sender = await senderOf(desk, socket, conversationId);
  if ("ok" in sender) return sender;
  const said = await sayWord(desk, sender, conversationId, desk.now());
  if (!said.ok) return isTurnedAway(said) ? turnAway(desk, socket, conversationId) : said;
  for (const { engagementId, whereabouts } of said.to)
    desk.io
      .to(therapistRoom(conversationId, engagementId))
      .emit("whereabouts", { conversationId, whereabouts });
  return { ok: true };
}

async function draft(desk: SocketDesk, socket: ClientSocket, request: DraftRequest): Promise<Done> {
  const { asking } = socket.data;
  const { conversationId } = request;
  const key = `${asking.personId}:${conversationId}`;
  const busy = await overLimit(desk.limits.draftsPerSeat, key);
  if (busy) return busy;
  if (socket.data.seats.get(conversationId) === "t") return refuse({ kind: "not-open" });
  const kept = await keepDraft(desk, asking, request, desk.now());
  if (!kept.ok) return isTurnedAway(kept) ? turnAway(desk, socket, conversationId) : kept;
  const otherDevices = desk.io.to(seatRoom(conversationId, kept.seat)).except(signInRoom(asking.signInId));
  otherDevices.emit("drafts", { conversationId });
  return { ok: true };
}

async function leave(
  desk: SocketDesk,
  socket: ClientSocket,
  { conversationId }: LeaveRequest,
): Promise<Done> {
  stopListening(socket, conversationId);
  tellHere(desk, conversationId);
  return { ok: true };
}

/** How long a change may be under way before it is to be seen, and clocks of processes be apart (milliseconds). */
const UNSEEN = 5_000;

/** From now on this socket is told that something has changed, for as long as its seat is there. */
async function watch(
  desk: SocketDesk,
  socket: ClientSocket,
  { spaceId, since }: WatchRequest,
): Promise<Done> {
  const busy = await overLimit(desk.limits.opensPerSocket, socket.id);
  if (busy) return busy;
  const { tokenHash } = socket.data.asking;
  const seat = await findPartnerSeat(desk.db, spaceId, tokenHash, desk.now());
  if (!seat) return refuse({ kind: "not-a-member" });
  const room = lastingRoom(spaceId, seat);
  const full = await isFull(desk, socket, room);
  if (full) return full;
  socket.join(room);
  // Somebody may have left while it was joining: then nobody has closed it.
  if (!(await findPartnerSeat(desk.db, spaceId, tokenHash, desk.now()))) {
    socket.leave(room);
    return refuse({ kind: "not-a-member" });
  }
  // What changed between its page and its joining nobody has told it.
  if (since && (await hasChangedSince(desk.db, spaceId, new Date(Date.parse(since) - UNSEEN))))
    socket.emit("lasting", { spaceId });
  return { ok: true };
}

/** Where a socket hears of what a place sees; the first is that place’s alone. */
function roomsOf(conversationId: string, place: Place): readonly [string, ...string[]] {
  const ofSeat = seatRoom(conversationId, place.seat);
  return place.seat === "t" ? [therapistRoom(conversationId, place.engagementId), ofSeat] : [ofSeat];
}

/** The place that this socket has opened; it was proved then, and every move proves it again. */
function placeOn({ data }: ClientSocket, conversationId: string): Place | null {
  const seat = data.seats.get(conversationId);
  if (seat !== "t") return seat ? { seat } : null;
  const engagementId = data.engagements.get(conversationId);
  return engagementId === undefined ? null : { seat, engagementId };
}

async function isFull(desk: SocketDesk, socket: ClientSocket, room: string): Promise<NotOk | null> {
  const others = (await desk.io.in(room).fetchSockets()).filter(({ id }) => id !== socket.id);
  return others.length >= desk.limits.socketsPerSeat
    ? refuse({ kind: "slow-down", retryAfterMs: 60_000 })
    : null;
}

function isTurnedAway(answer: Done | MoveAnswer): boolean {
  return !answer.ok && "refusal" in answer && answer.refusal.kind === "not-a-member";
}

/** The seat was taken away, or the sign-in is over: not one more frame of this conversation (asvs 8.3.2). */
function turnAway(desk: SocketDesk, socket: ClientSocket, conversationId: string): NotOk {
  if (socket.data.seats.has(conversationId)) {
    stopListening(socket, conversationId);
    tellHere(desk, conversationId);
  }
  return refuse({ kind: "not-a-member" });
}

function stopListening(socket: ClientSocket, conversationId: string): void {
  const place = placeOn(socket, conversationId);
  socket.data.seats.delete(conversationId);
  socket.data.engagements.delete(conversationId);
  socket.leave(conversationRoom(conversationId));
  for (const room of place ? roomsOf(conversationId, place) : []) socket.leave(room);
}

function tellHere(desk: SocketDesk, conversationId: string): void {
  announceHere(desk.io, conversationId).catch((error: unknown) =>
    desk.log.fault("presence", error, { conversationId }),
  );
}

async function overLimit(limit: Limit, key: string) {
  const wait = await limit.take(key);
  return wait > 0 ? refuse({ kind: "slow-down", retryAfterMs: wait }) : null;
}

/** Somebody who does not read what is sent would fill the memory; they are dropped and catch up when they return. */
function dropSlowReader({ conn }: ClientSocket, mostUnsentBytes: number): void {
  // Until the wire has taken one message, Engine.IO holds back all that follow; the wire knows nothing of those.
  let heldBack = 0;
  conn.on("packetCreate", ({ data }: { readonly data?: string | Buffer }) => {
    if (heldBack + unsentOn(conn.transport) > mostUnsentBytes) conn.close(true);
    heldBack += data?.length ?? 0;
  });
  conn.on("flush", () => {
    heldBack = 0;
  });
}

function unsentOn(transport: object): number {
  const wire: unknown = "socket" in transport ? transport.socket : null;
  const unsent = wire && typeof wire === "object" && "bufferedAmount" in wire ? wire.bufferedAmount : 0;
  return typeof unsent === "number" ? unsent : 0;
}
