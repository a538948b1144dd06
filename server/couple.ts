import { otherPartner, type Partner } from "#conversation/seats";
import { readMember } from "#db/members";
import { type Conversations, findPartner } from "./find-partner";

/** Who goes on with whom: one's own seat, and what the other is called; null while nobody has taken their seat. */
export interface Couple {
  readonly seat: Partner;
  readonly other: string | null;
}

/** The couple of a joint conversation, for one of the two; null for everybody else and for what was done alone. */
export async function readCouple(
  conversations: Conversations,
  personId: string,
  conversationId: string,
): Promise<Couple | null> {
  const found = await findPartner(conversations, personId, conversationId);
  if (!found) return null;
  const other = await readMember(conversations.db, found.live.spaceId, otherPartner(found.seat));
  return { seat: found.seat, other: other?.name || null }; // empty once whoever left has erased it
}
