import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Guide } from "#conversation/guide";
import type { Db } from "./database";
import { ownGuide, ownGuideVersion } from "./therapy-schema";

/** A version of a therapist’s own guide, which is never changed. */
export interface OwnGuideVersion {
  readonly id: string;
  readonly version: number;
  readonly therapistId: string;
  readonly guide: Guide;
}

/** All versions of these guides, in one query; of an unknown one there is none. */
export function readVersionsOf(db: Db, ids: readonly string[]): Promise<OwnGuideVersion[]> {
  return ids.length === 0 ? Promise.resolve([]) : select(db, inArray(ownGuide.id, [...ids]));
}

/** The newest version of each guide that this therapist offers, in the order in which they were begun; in one query. */
export async function readNewestVersions(db: Db, therapistId: string): Promise<OwnGuideVersion[]> {
  const offered = await select(db, and(eq(ownGuide.therapistId, therapistId), isNull(ownGuide.putAwayAt)));
  return [...new Map(offered.map((one) => [one.id, one])).values()];
}

/** One version; null where it is unknown. */
export async function readVersion(db: Db, id: string, version: number): Promise<OwnGuideVersion | null> {
  const [row] = await select(db, and(eq(ownGuide.id, id), eq(ownGuideVersion.version, version)));
  return row ?? null;
}

function select(db: Db, which: ReturnType<typeof and>): Promise<OwnGuideVersion[]> {
  return db
    .select({
      id: ownGuide.id,
      version: ownGuideVersion.version,
      therapistId: ownGuide.therapistId,
      guide: ownGuideVersion.guide,
    })
    .from(ownGuideVersion)
    .innerJoin(ownGuide, eq(ownGuide.id, ownGuideVersion.guideId))
    .where(which)
    .orderBy(asc(ownGuide.id), asc(ownGuideVersion.version));
}
