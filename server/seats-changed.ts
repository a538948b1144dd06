import { readIdsInSpace } from "#db/conversations";
import type { Db } from "#db/database";
import { readSeats } from "#db/members";
import type { SeatInfo } from "#wire/events";
import type { Announcer } from "./announcer";
import { invitationInfo } from "./invitation-info";

/**
 * Tells who sits where now, in every conversation of the space: whoever takes a seat has it in all of them.
 * How the invitation stands is told only to somebody who is there, and only while the other seat is free.
 */
export function tellSeats(db: Db, announcer: Announcer) {
  return async (spaceId: string, now: Date): Promise<void> => {
    // What is done alone has a space of its own, in which nobody's seat ever changes.
    const seats = await readSeats(db, spaceId, false);
    const isFree = seats.some(isFreeSeat);
    for (const id of await readIdsInSpace(db, spaceId)) {
      const invitation = isFree ? await invitationInfo(db, id, now) : null;
      for (const { seat } of seats)
        announcer.seatsChanged(seat, {
          conversationId: id,
          seats,
          invitation: isFree ? invitation : null,
        });
    }
  };
}

/** Nobody has taken it yet. A seat that somebody has left is not free. */
const isFreeSeat = ({ name, left }: SeatInfo): boolean => name === null && !left;
