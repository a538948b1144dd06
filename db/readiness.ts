import { and, eq, notInArray } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Seat } from "#conversation/seats";
import type { Db } from "./database";
import { move, readiness } from "./schema";

/** One's own answers to "Ready?", sealed. */
export interface Readiness {
  readonly conversationId: string;
  readonly seat: Seat;
  readonly answers: Uint8Array;
  readonly wentOn: boolean;
  readonly at: Date;
}

/** Keeps the latest answers. */
export async function putReadiness(db: Db, { conversationId, seat, ...rest }: Readiness): Promise<void> {
  await db
    .insert(readiness)
    .values({ conversationId, seat, ...rest })
    .onConflictDoUpdate({ target: [readiness.conversationId, readiness.seat], set: rest });
}

/**
 * Whether a seat has said that it goes on, or has made a move, which says it too. Who stopped before the first step to do
 * it another time has not: they are asked again when they come back.
 */
export async function hasGoneOn(db: Db, conversationId: string, seat: Seat): Promise<boolean> {
  const said = db
    .select({ seat: readiness.seat })
    .from(readiness)
    .where(
      and(eq(readiness.conversationId, conversationId), eq(readiness.seat, seat), eq(readiness.wentOn, true)),
    );
  const moved = db
    .select({ seat: move.seat })
    .from(move)
    .where(
      and(
        eq(move.conversationId, conversationId),
        eq(move.seat, seat),
        notInArray(move.kind, ["stop", "reopen"]),
      ),
    )
    .limit(1);
  return (await unionAll(said, moved)).length > 0;
}
