import { and, asc, eq, sql } from "drizzle-orm";
import type { Partner, Seat } from "#conversation/seats";
import type { InCaucus } from "#conversation/therapy/caucus";
import type { Db } from "./database";
import { caucusWord } from "./therapy-schema";

export interface CaucusWordRow {
  readonly id: string;
  readonly conversationId: string;
  readonly engagementId: string;
  /** The number of the move that began the caucus. */
  readonly caucus: number;
  readonly withSeat: Partner;
  readonly fromSeat: Seat;
  readonly words: Uint8Array;
  readonly at: Date;
}

/** Kept once, however often it is sent. To be called under `lockEngagement`: it comes after all that was said before. */
export async function insertCaucusWord(tx: Db, made: CaucusWordRow): Promise<void> {
  const { conversationId, engagementId } = made;
  const next = sql`(select coalesce(max(said.seq), 0) + 1 from ${caucusWord} as said
    where said.conversation_id = ${conversationId}::uuid and said.engagement_id = ${engagementId}::uuid)`;
  await tx
    .insert(caucusWord)
    .values({ ...made, seq: next })
    .onConflictDoNothing({ target: caucusWord.id });
}

/** What was said apart in a conversation, as far as it is for this one; in the order in which it was said. */
export function readCaucusWords(db: Db, conversationId: string, who: InCaucus): Promise<CaucusWordRow[]> {
  const theirs =
    who.seat === "t" ? eq(caucusWord.engagementId, who.engagementId) : eq(caucusWord.withSeat, who.seat);
  return db
    .select()
    .from(caucusWord)
    .where(and(eq(caucusWord.conversationId, conversationId), theirs))
    .orderBy(asc(caucusWord.engagementId), asc(caucusWord.seq));
}
