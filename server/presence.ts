import type { Seat } from "#conversation/seats";
import { conversationRoom, type Io, seatRoom } from "./announcer";

/** Which seats have a conversation open now. A passing signal: it is in no log, and nobody is told since when. */
export async function seatsHere(io: Io, conversationId: string): Promise<readonly Seat[]> {
  const sockets = await io.in(conversationRoom(conversationId)).fetchSockets();
  const seats = sockets.flatMap((socket) => socket.data.seats.get(conversationId) ?? []);
  return [...new Set(seats)].sort();
}

/** Tells everybody in a conversation who is there. */
export async function announceHere(io: Io, conversationId: string): Promise<void> {
  const seats = await seatsHere(io, conversationId);
  io.to(conversationRoom(conversationId)).emit("here", { conversationId, seats });
}

/** Which of these conversations a seat has open now: one question, however many they are. */
export async function openNow(
  io: Io,
  conversationIds: readonly string[],
  seat: Seat,
): Promise<readonly string[]> {
  if (conversationIds.length === 0) return []; // no rooms at all would mean everybody
  const rooms = conversationIds.map((id) => seatRoom(id, seat));
  const sockets = await io.in(rooms).fetchSockets();
  const open = new Set(sockets.flatMap(({ data }) => [...data.seats].filter(isOf(seat)).map(([id]) => id)));
  return conversationIds.filter((id) => open.has(id));
}

const isOf =
  (seat: Seat) =>
  ([, own]: readonly [string, Seat]): boolean =>
    own === seat;
