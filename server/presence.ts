import type { Seat } from "#conversation/seats";
import { conversationRoom, type Io } from "./announcer";

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
