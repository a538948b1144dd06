import { readIdsInSpace } from "#db/conversations";
import type { Db } from "#db/database";
import { readEngagementsIn } from "#db/engagements";
import { readSeats } from "#db/members";
import { isFree } from "#wire/is-free";
import type { Announcer } from "./announcer";
import { invitationInfo } from "./invitation-info";
import { therapistsIn, thirdSeat } from "./therapy/therapists";

/**
 * Tells who sits where now, in every conversation of the space, and on the pages of what lasts: whoever takes a seat has
 * it in all of them.
 * How the invitation stands is told only to somebody who is there, and only while the other seat is free.
 */
export function tellSeats(db: Db, announcer: Announcer) {
  return async (spaceId: string, now: Date): Promise<void> => {
    // What is done alone has a space of its own, in which nobody's seat ever changes.
    const seats = await readSeats(db, spaceId, false);
    const isOneFree = seats.some(isFree);
    const engagements = await readEngagementsIn(db, [spaceId]);
    for (const id of await readIdsInSpace(db, spaceId)) {
      const invitation = isOneFree ? await invitationInfo(db, id, now) : null;
      const third = thirdSeat({ therapists: therapistsIn(engagements, id) });
      const event = { conversationId: id, seats: [...seats, ...third], invitation };
      for (const { seat } of seats) announcer.seatsChanged(seat, event);
      if (third.length > 0) announcer.seatsChanged("t", { ...event, invitation: null });
    }
    announcer.lasting(spaceId);
  };
}
