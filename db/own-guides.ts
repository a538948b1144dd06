import { and, asc, eq, or, sql } from "drizzle-orm";
import type { Guide } from "#conversation/guide";
import type { Db } from "./database";
import { ownGuide, ownGuideVersion } from "./therapy-schema";

// Guides that therapists write, each its author's alone: another one's is as one that is not there.

/** A guide as it stands. */
export interface OwnGuideRow {
  readonly id: string;
  readonly draft: Guide;
  /** Counts the changes of the draft. */
  readonly changes: number;
  readonly changedAt: Date;
  readonly putAwayAt: Date | null;
  /** Its newest version; null while it has none. */
  readonly newest: number | null;
}

const newest = sql<number | null>`(select max(${ownGuideVersion.version}) from ${ownGuideVersion}
  where ${ownGuideVersion.guideId} = ${ownGuide.id})`;

/** Stores it once, however often it is asked to. */
export async function insertOwnGuide(
  db: Db,
  made: { readonly id: string; readonly therapistId: string; readonly draft: Guide },
  now: Date,
): Promise<void> {
  await db
    .insert(ownGuide)
    .values({ ...made, createdAt: now, changedAt: now })
    .onConflictDoNothing({ target: ownGuide.id });
}

/** All of this therapist’s, the oldest first. */
export function readOwnGuides(db: Db, therapistId: string): Promise<OwnGuideRow[]> {
  return select(db, eq(ownGuide.therapistId, therapistId));
}

/** One of them; null for an unknown one. */
export async function findOwnGuide(db: Db, therapistId: string, id: string): Promise<OwnGuideRow | null> {
  const [row] = await select(db, one(therapistId, id));
  return row ?? null;
}

/** From here to the end of the transaction nobody else changes it, or makes a version of it. */
export async function lockOwnGuide(tx: Db, therapistId: string, id: string): Promise<OwnGuideRow | null> {
  await tx.select({ id: ownGuide.id }).from(ownGuide).where(one(therapistId, id)).for("update");
  return findOwnGuide(tx, therapistId, id);
}

/** Only if it has changed `changes` times, no more; or once more, to this. Says whether it stands there now. */
export async function changeDraft(
  db: Db,
  {
    therapistId,
    id,
    changes,
  }: { readonly therapistId: string; readonly id: string; readonly changes: number },
  draft: Guide,
  changedAt: Date,
): Promise<boolean> {
  // It has been kept already, and nobody was told.
  const isSame = and(
    eq(ownGuide.changes, changes + 1),
    sql`${ownGuide.draft} = ${JSON.stringify(draft)}::jsonb`,
  );
  const changed = await db
    .update(ownGuide)
    .set({ draft, changedAt, changes: changes + 1 })
    .where(and(one(therapistId, id), or(eq(ownGuide.changes, changes), isSame)))
    .returning({ id: ownGuide.id });
  return changed.length > 0;
}

/** Offered no more, or again. False where there is none. */
export async function putAway(db: Db, therapistId: string, id: string, at: Date | null): Promise<boolean> {
  const changed = await db
    .update(ownGuide)
    .set({ putAwayAt: at })
    .where(one(therapistId, id))
    .returning({ id: ownGuide.id });
  return changed.length > 0;
}

/** Whether the draft says what its newest version says. To be called under `lockOwnGuide`. */
export async function isNewestVersion(tx: Db, { id, newest: version }: OwnGuideRow): Promise<boolean> {
  const same = sql`${ownGuideVersion.guide} - 'version' = ${ownGuide.draft} - 'version'`;
  const rows = await tx
    .select({ version: ownGuideVersion.version })
    .from(ownGuideVersion)
    .innerJoin(ownGuide, eq(ownGuide.id, ownGuideVersion.guideId))
    .where(and(eq(ownGuide.id, id), eq(ownGuideVersion.version, version ?? 0), same));
  return rows.length > 0;
}

/** A version is never changed. To be called under `lockOwnGuide`. */
export async function insertVersion(
  tx: Db,
  made: { readonly guideId: string; readonly version: number; readonly guide: Guide },
  at: Date,
): Promise<void> {
  await tx.insert(ownGuideVersion).values({ ...made, at });
}

function select(db: Db, which: ReturnType<typeof and>): Promise<OwnGuideRow[]> {
  return db
    .select({
      id: ownGuide.id,
      draft: sql<Guide>`${ownGuide.draft}`,
      changes: ownGuide.changes,
      changedAt: ownGuide.changedAt,
      putAwayAt: ownGuide.putAwayAt,
      newest,
    })
    .from(ownGuide)
    .where(which)
    .orderBy(asc(ownGuide.createdAt), asc(ownGuide.id));
}

const one = (therapistId: string, id: string) =>
  and(eq(ownGuide.id, id), eq(ownGuide.therapistId, therapistId));
