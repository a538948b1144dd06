import { eq, sql } from "drizzle-orm";
import type { Db } from "./database";
import { conversation, move } from "./schema";

/** The number of the last move of every conversation of a space; 0 where nobody has moved. */
export async function readHeads(db: Db, spaceId: string): Promise<ReadonlyMap<string, number>> {
  const head = sql<number>`coalesce((select max(${move.seq}) from ${move} where ${move.conversationId} = ${conversation.id}), 0)`;
  const rows = await db
    .select({ id: conversation.id, head: head.mapWith(Number) })
    .from(conversation)
    .where(eq(conversation.spaceId, spaceId));
  return new Map(rows.map(({ id, head: last }) => [id, last]));
}
