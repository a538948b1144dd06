import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { KeepingStructure, RecordedKeeping } from "#conversation/keeping/keepings";
import type { Partner } from "#conversation/seats";
import type { Db } from "./database";
import { keeping } from "./schema";

/** A keeping as it is stored, without its words. */
export type StoredKeeping = RecordedKeeping & { readonly keepingId: string };

/** A keeping as it is stored, its words still sealed. */
export interface SealedKeeping {
  readonly recorded: StoredKeeping;
  readonly words: Uint8Array | null;
}

const structureColumns = {
  seq: keeping.seq,
  keepingId: keeping.keepingId,
  seat: keeping.seat,
  kind: keeping.kind,
  structure: keeping.structure,
  at: keeping.at,
};

/** All keepings of a space, in order, without words: what the rules need. */
export async function readKeepings(db: Db, spaceId: string): Promise<StoredKeeping[]> {
  const rows = await db
    .select(structureColumns)
    .from(keeping)
    .where(eq(keeping.spaceId, spaceId))
    .orderBy(asc(keeping.seq));
  return rows.map(toRecorded);
}

/** Of each of these spaces all keepings, in order, without words: one query, however many they are. */
export async function readKeepingsOf(
  db: Db,
  spaceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredKeeping[]>> {
  const found = new Map<string, StoredKeeping[]>();
  if (spaceIds.length === 0) return found;
  const rows = await db
    .select({ spaceId: keeping.spaceId, ...structureColumns })
    .from(keeping)
    .where(inArray(keeping.spaceId, [...spaceIds]))
    .orderBy(asc(keeping.spaceId), asc(keeping.seq));
  for (const { spaceId, ...row } of rows) {
    const keepings = found.get(spaceId) ?? [];
    found.set(spaceId, keepings);
    keepings.push(toRecorded(row));
  }
  return found;
}

/** All keepings of a space, in order, with their sealed words. */
export async function readSealedKeepings(db: Db, spaceId: string): Promise<SealedKeeping[]> {
  const rows = await db
    .select({ ...structureColumns, words: keeping.words })
    .from(keeping)
    .where(eq(keeping.spaceId, spaceId))
    .orderBy(asc(keeping.seq));
  return rows.map((row) => ({ recorded: toRecorded(row), words: row.words }));
}

/** The keeping with this number, with its sealed words; null where there is none. */
export async function readSealedKeeping(db: Db, spaceId: string, seq: number): Promise<SealedKeeping | null> {
  const [row] = await db
    .select({ ...structureColumns, words: keeping.words })
    .from(keeping)
    .where(and(eq(keeping.spaceId, spaceId), eq(keeping.seq, seq)));
  return row ? { recorded: toRecorded(row), words: row.words } : null;
}

/** The number and seat under which a keeping's id is stored; null if it is not. */
export async function findKeeping(
  db: Db,
  spaceId: string,
  keepingId: string,
): Promise<{ readonly seq: number; readonly seat: Partner } | null> {
  const [row] = await db
    .select({ seq: keeping.seq, seat: keeping.seat })
    .from(keeping)
    .where(and(eq(keeping.spaceId, spaceId), eq(keeping.keepingId, keepingId)));
  return row ?? null;
}

/** What of a keeping goes into the `structure` column: all but kind, which has its own, and the words. */
export function structureOfKeeping(
  accepted: KeepingStructure & { readonly words?: unknown },
): Readonly<Record<string, unknown>> {
  const { kind: _kind, words: _words, ...structure } = accepted;
  return structure;
}

/** For a query over spaces: one step down the primary key for each of them; null where nothing was kept there. */
export function lastKeepingAt(spaceId: AnyPgColumn) {
  return sql`(select ${keeping.at} from ${keeping} where ${keeping.spaceId} = ${spaceId} order by ${keeping.seq} desc limit 1)`;
}

/**
 * The parser of a row: only keepings that the rules accepted are ever inserted, so their shape is known.
 * Takes what it names and nothing else: sealed words must not travel with the structure.
 */
function toRecorded({
  structure,
  seq,
  keepingId,
  seat,
  kind,
  at,
}: {
  readonly seq: number;
  readonly keepingId: string;
  readonly seat: Partner;
  readonly kind: string;
  readonly structure: Readonly<Record<string, unknown>>;
  readonly at: Date;
}): StoredKeeping {
  return { ...structure, seq, keepingId, seat, kind, at: at.toISOString() } as StoredKeeping;
}
