import { readIdsInSpace } from "#db/conversations";
import type { Db } from "#db/database";
import { readSeats } from "#db/members";
import type { Announcer } from "./announcer";
import { invitationInfo } from "./invitation-info";
import type { LiveConversations } from "./live-conversations";

/**
 * Tells who sits where now, in every conversation of the space: whoever takes a seat has it in all of them.
 * How the invitation stands is told only to somebody who is there, and only while the other seat is free.
 */
export function tellSeats(db: Db, live: LiveConversations, announcer: Announcer) {
  return async (conversationId: string, now: Date): Promise<void> => {
    const changed = await live.load(conversationId);
    if (!changed) return;
    const seats = await readSeats(db, changed.spaceId, changed.roster.partners.length === 1);
    const isFree = seats.some(({ name }) => name === null);
    for (const id of await readIdsInSpace(db, changed.spaceId)) {
      const invitation = isFree ? await invitationInfo(db, id, now) : null;
      for (const { seat, name } of seats)
        announcer.seatsChanged(seat, {
          conversationId: id,
          seats,
          invitation: name === null ? null : invitation,
        });
    }
  };
}
