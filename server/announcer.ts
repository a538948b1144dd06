import type { Server, Socket } from "socket.io";
import type { Move } from "#conversation/moves";
import { type Reader, revealedAfter, seatView } from "#conversation/seat-view";
import { PARTNERS, type Partner, type Seat } from "#conversation/seats";
import type { Db } from "#db/database";
import { readConsentsInForce } from "#db/engagements";
import { readSealedBySeq, type StoredMove } from "#db/read-moves";
import type { Asking } from "#db/sign-ins";
import type { ClientEvents, SeatsEvent, ServerEvents, Whereabouts } from "#wire/events";
import type { LiveConversation } from "./live-conversations";
import type { ReadingLocale } from "./locale-of";
import type { Log } from "./log";
import { openWords } from "./open-words";

/** What a socket carries: who asks, in which language, and which seats they have opened. */
export interface SocketData {
  readonly asking: Asking;
  readonly locale: ReadingLocale;
  readonly seats: Map<string, Seat>;
  /** By which engagement, where that is the third one. */
  readonly engagements: Map<string, string>;
}
export type Io = Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>;
export type ClientSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketData>;

export const seatRoom = (conversationId: string, seat: Seat): string => `${conversationId}:${seat}`;
/** Of one therapist in the third seat: what one may read says nothing about another. */
export const therapistRoom = (conversationId: string, engagementId: string): string =>
  `${conversationId}:t:${engagementId}`;
export const conversationRoom = (conversationId: string): string => `conversation:${conversationId}`;
export const lastingRoom = (spaceId: string, seat: Partner): string => `lasting:${spaceId}:${seat}`;
export const personRoom = (personId: string): string => `person:${personId}`;
export const signInRoom = (signInId: string): string => `sign-in:${signInId}`;

/** A seat that somebody has left for good. */
export interface LeftSeat {
  readonly spaceId: string;
  readonly conversationIds: readonly string[];
  readonly seat: Partner;
}

/** What a therapist may read has become less, or nothing. */
export interface ClosedTherapy {
  readonly engagementId: string;
  readonly conversationIds: readonly string[];
}

/** All that is given to a therapist now, before a meeting. */
export interface GivenToTherapist {
  readonly engagementId: string;
  readonly conversationIds: readonly string[];
  readonly whereabouts: readonly Whereabouts[];
}

/** Tells browsers what has changed. What gets lost on the way is asked for again: numbers show the gap. */
export interface Announcer {
  /** Each seat's own view of one stored move. Reports its own faults. */
  moved(live: LiveConversation, stored: StoredMove, words: Move["words"]): Promise<void>;
  seatsChanged(seat: Seat, event: SeatsEvent): void;
  /** To both seats of a space: what lasts there has changed. Only that, never what. */
  lasting(spaceId: string): void;
  claimAnswered(personId: string, invitationId: string): void;
  /** Not one more frame of a space and its conversations for a seat that was left: its sockets close (asvs 8.3.2). */
  removed(left: LeftSeat): void;
  /** Not one more frame by the consents of before: the therapist’s sockets close, and ask anew for what is left. */
  consentEnded(closed: ClosedTherapy): void;
  /** To one therapist’s open pages. */
  whereaboutsChanged(given: GivenToTherapist): void;
  /** Closes every socket of a person who is no more. */
  erased(personId: string): void;
  /** Closes every socket of a sign-in. */
  signedOut(signInId: string): void;
}

export function makeAnnouncer(io: Io, db: Db, log: Log): Announcer {
  return {
    async moved(live, stored, words) {
      try {
        await tellSeats(io, db, live, stored, words);
        // With it an agreement was written.
        if (stored.kind === "accept") tellLasting(io, live.spaceId);
      } catch (error) {
        // The move is stored and acknowledged. Whoever misses it sees the gap and asks.
        log.fault("announce", error, { conversationId: live.id });
      }
    },
    seatsChanged: (seat, event) => io.to(seatRoom(event.conversationId, seat)).emit("seats", event),
    claimAnswered: (personId, invitationId) => io.to(personRoom(personId)).emit("answered", { invitationId }),
    lasting: (spaceId) => tellLasting(io, spaceId),
    removed({ spaceId, conversationIds, seat }) {
      const rooms = conversationIds.map((id) => seatRoom(id, seat));
      end(io, [...rooms, lastingRoom(spaceId, seat)], "removed");
    },
    consentEnded({ engagementId, conversationIds }) {
      end(
        io,
        conversationIds.map((id) => therapistRoom(id, engagementId)),
        "removed",
      );
    },
    whereaboutsChanged({ engagementId, conversationIds, whereabouts }) {
      for (const conversationId of conversationIds)
        io.to(therapistRoom(conversationId, engagementId)).emit("whereabouts", {
          conversationId,
          whereabouts,
        });
    },
    erased: (personId) => end(io, [personRoom(personId)], "signed-out"),
    signedOut: (signInId) => end(io, [signInRoom(signInId)], "signed-out"),
  };
}

function tellLasting(io: Io, spaceId: string): void {
  io.to(PARTNERS.map((seat) => lastingRoom(spaceId, seat))).emit("lasting", { spaceId });
}

function end(io: Io, rooms: string[], reason: "signed-out" | "removed"): void {
  if (rooms.length === 0) return; // no rooms at all would mean everybody
  io.to(rooms).emit("ended", { reason });
  io.in(rooms).disconnectSockets(true);
}

/** Who hears of a move, and where. */
interface Listener {
  readonly reader: Reader;
  readonly room: string;
}

/** Those whose consents hold now, whatever this process has known so far: one that was withdrawn elsewhere counts here. */
async function therapistsListening(
  db: Db,
  { id, therapists }: LiveConversation,
): Promise<readonly Listener[]> {
  const inForce = await readConsentsInForce(
    db,
    therapists.flatMap(({ consents }) => consents),
  );
  return therapists
    .filter(({ consents }) => consents.every((consent) => inForce.has(consent)))
    .map(({ engagementId, access }) => ({
      reader: { seat: "t", access },
      room: therapistRoom(id, engagementId),
    }));
}

async function tellSeats(
  io: Io,
  db: Db,
  live: LiveConversation,
  stored: StoredMove,
  words: Move["words"],
): Promise<void> {
  const since = stored.seq - 1;
  const { state } = live;
  const listeners = [
    ...live.roster.partners.map((seat): Listener => ({ reader: seat, room: seatRoom(live.id, seat) })),
    ...(await therapistsListening(db, live)),
  ];
  const revealed = new Set(listeners.flatMap(({ reader }) => revealedAfter(state, reader, since)));
  const sealed = await readSealedBySeq(db, live.id, [...revealed]);
  const wordsOf = openWords(live, sealed);
  for (const { reader, room } of listeners) {
    const view = seatView(state, [stored], reader, since, (seq) =>
      seq === stored.seq ? words : wordsOf(seq),
    );
    io.to(room).emit("entries", {
      conversationId: live.id,
      head: view.head,
      entries: view.entries,
      ...(view.revealed.length > 0 && { revealed: view.revealed }),
    });
  }
}
