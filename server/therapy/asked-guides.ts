import type { Guide } from "#conversation/guide";
import { GUIDES, newestGuide } from "#conversation/guides/catalogue";
import type { Asked, AssignmentRow } from "#db/assignments";
import type { Db } from "#db/database";
import { readNewestVersions, readVersion, readVersionsOf } from "#db/own-guide-versions";

/** A guide that a therapist can ask for; one of their own in its newest version. */
export interface GuideToAsk {
  readonly guide: Guide;
  readonly own: { readonly id: string; readonly version: number } | null;
}

/** All that this therapist can ask for: what comes with the product, then their own. */
export async function guidesToAsk(db: Db, therapistId: string): Promise<readonly GuideToAsk[]> {
  const own = await readNewestVersions(db, therapistId);
  return [
    ...GUIDES.map((guide) => ({ guide, own: null })),
    ...own.map(({ id, version, guide }) => ({ guide, own: { id, version } })),
  ];
}

/** The guide that a therapist asks for; null where it is none, `unknown` where there is no such guide of theirs. */
export async function findAskedGuide(
  db: Db,
  asked: Asked,
  therapistId: string,
): Promise<Guide | null | "unknown"> {
  if (asked.kind === "guide") return newestGuide(asked.guide) ?? "unknown";
  if (asked.kind !== "own-guide") return null;
  const own = await readVersion(db, asked.id, asked.version);
  return own?.therapistId === therapistId ? own.guide : "unknown";
}

/** The guides that these ask for, by the assignment’s id; at most one query. */
export async function readAskedGuides(
  db: Db,
  rows: readonly Pick<AssignmentRow, "id" | "asked">[],
): Promise<ReadonlyMap<string, Guide>> {
  const ids = rows.flatMap(({ asked }) => (asked.kind === "own-guide" ? [asked.id] : []));
  const own = await readVersionsOf(db, [...new Set(ids)]);
  const guideOf = (asked: Asked): Guide | undefined => {
    if (asked.kind === "guide") return newestGuide(asked.guide);
    if (asked.kind !== "own-guide") return undefined;
    return own.find(({ id, version }) => id === asked.id && version === asked.version)?.guide;
  };
  return new Map(
    rows.flatMap(({ id, asked }) => {
      const guide = guideOf(asked);
      return guide ? [[id, guide] as const] : [];
    }),
  );
}
