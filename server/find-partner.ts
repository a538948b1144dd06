import type { Partner } from "#conversation/seats";
import type { Db } from "#db/database";
import { readSeatOf } from "#db/members";
import { conversationIdSchema } from "#wire/requests";
import type { LiveConversation, LiveConversations } from "./live-conversations";

/** What looking for somebody in a conversation needs. */
export interface Conversations {
  readonly db: Db;
  readonly live: LiveConversations;
}

/**
 * A conversation of two, and the seat that a person has in it. Null for a stranger, an unknown conversation, what is no
 * id at all, and a solo conversation alike: what was done alone has a space that nobody else ever comes into.
 */
export async function findPartner(
  { db, live: conversations }: Conversations,
  personId: string,
  conversationId: string,
): Promise<{ readonly live: LiveConversation; readonly seat: Partner } | null> {
  if (!conversationIdSchema.safeParse(conversationId).success) return null;
  const live = await conversations.load(conversationId);
  if (!live || live.roster.partners.length < 2) return null;
  const seat = await readSeatOf(db, live.spaceId, personId);
  return seat && { live, seat };
}
