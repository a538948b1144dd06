import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Move, Recorded } from "#conversation/moves";
import type { Seat } from "#conversation/seats";
import type { Db } from "./database";
import { move } from "./schema";

/** A move as it is stored, without its words. */
export type StoredMove = Recorded & { readonly moveId: string };

/** A move as it is stored, its words still sealed. */
export interface SealedMove {
  readonly recorded: StoredMove;
  readonly words: Uint8Array | null;
}

const structureColumns = {
  seq: move.seq,
  moveId: move.moveId,
  seat: move.seat,
  kind: move.kind,
  structure: move.structure,
  at: move.at,
};

/** All moves numbered after `since`, in order, without words: what the rules need. */
export async function readStructure(db: Db, conversationId: string, since: number): Promise<StoredMove[]> {
  const rows = await db
    .select(structureColumns)
    .from(move)
    .where(and(eq(move.conversationId, conversationId), gt(move.seq, since)))
    .orderBy(asc(move.seq));
  return rows.map(toRecorded);
}

/**
 * Of each of these conversations all moves numbered after the one that is known, in order, without words: one query,
 * however many they are. What nobody has moved in is left out.
 */
export async function readStructures(
  db: Db,
  known: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, readonly StoredMove[]>> {
  const found = new Map<string, StoredMove[]>();
  if (known.size === 0) return found;
  const heads = JSON.stringify([...known].map(([id, head]) => ({ id, head })));
  // In order within each: so the planner takes each from the primary key. It cannot know how few there are to be, and
  // would rather read the whole log once.
  const newer = db
    .select(structureColumns)
    .from(move)
    .where(sql`${move.conversationId} = known.id and ${move.seq} > known.head`)
    .orderBy(asc(move.seq))
    .as("newer");
  const rows = await db
    .select({
      conversationId: sql<string>`known.id`,
      seq: newer.seq,
      moveId: newer.moveId,
      seat: newer.seat,
      kind: newer.kind,
      structure: newer.structure,
      at: newer.at,
    })
    .from(sql`jsonb_to_recordset(${heads}::jsonb) as known(id uuid, head integer)`)
    .innerJoinLateral(newer, sql`true`)
    .orderBy(sql`known.id`, asc(newer.seq));
  for (const { conversationId, ...row } of rows) {
    const moves = found.get(conversationId) ?? [];
    found.set(conversationId, moves);
    moves.push(toRecorded(row));
  }
  return found;
}

/** All moves numbered after `since`, in order, with their sealed words. */
export async function readSealed(db: Db, conversationId: string, since: number): Promise<SealedMove[]> {
  const rows = await db
    .select({ ...structureColumns, words: move.words })
    .from(move)
    .where(and(eq(move.conversationId, conversationId), gt(move.seq, since)))
    .orderBy(asc(move.seq));
  return rows.map((row) => ({ recorded: toRecorded(row), words: row.words }));
}

/** The moves with these numbers, with their sealed words. */
export async function readSealedBySeq(
  db: Db,
  conversationId: string,
  seqs: readonly number[],
): Promise<SealedMove[]> {
  if (seqs.length === 0) return [];
  const rows = await db
    .select({ ...structureColumns, words: move.words })
    .from(move)
    .where(and(eq(move.conversationId, conversationId), inArray(move.seq, [...seqs])));
  return rows.map((row) => ({ recorded: toRecorded(row), words: row.words }));
}

/** The number and seat under which a move id is stored; null if it is not. */
export async function findMove(
  db: Db,
  conversationId: string,
  moveId: string,
): Promise<{ seq: number; seat: string } | null> {
  const [row] = await db
    .select({ seq: move.seq, seat: move.seat })
    .from(move)
    .where(and(eq(move.conversationId, conversationId), eq(move.moveId, moveId)));
  return row ?? null;
}

/** What of a move goes into the `structure` column: all but kind, which has its own, and the words. */
export function structureOf(accepted: Move): Readonly<Record<string, unknown>> {
  const { kind: _kind, words: _words, ...structure } = accepted;
  return structure;
}

/**
 * The parser of a row: only moves that the rules accepted are ever inserted, so their shape is known.
 * Takes what it names and nothing else: sealed words must not travel with the structure to a seat that may not read.
 */
function toRecorded({
  structure,
  seq,
  moveId,
  seat,
  kind,
  at,
}: {
  readonly seq: number;
  readonly moveId: string;
  readonly seat: string;
  readonly kind: string;
  readonly structure: Readonly<Record<string, unknown>>;
  readonly at: Date;
}): StoredMove {
  return { ...structure, seq, moveId, seat: seat as Seat, kind, at: at.toISOString() } as StoredMove;
}
