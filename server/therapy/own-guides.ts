import { checkGuide } from "#conversation/check-guide";
import type { Guide } from "#conversation/guide";
import { newestGuide } from "#conversation/guides/catalogue";
import { asVersion, copyOf, emptyGuide } from "#conversation/own-guides/own-guide";
import type { Db } from "#db/database";
import { readProfile } from "#db/engagements";
import {
  changeDraft,
  findOwnGuide,
  insertOwnGuide,
  insertVersion,
  isNewestVersion,
  lockOwnGuide,
  type OwnGuideRow,
  putAway,
  readOwnGuides,
} from "#db/own-guides";
import type { DraftGuideAnswer, GuideVersionAnswer, KeptAnswer } from "#wire/answers";
import { readGuide } from "#wire/own-guide-schema";
import type { AnyRefusal } from "#wire/refusals";
import {
  type BeginGuideRequest,
  type ChangeGuideRequest,
  ownGuideIdSchema,
  type PutAwayRequest,
  type VersionRequest,
} from "#wire/requests";
import { guideFor } from "../guide-for";
import type { Limits } from "../limits";
import { idIn } from "../own-space";
import type { Outcome, Requester } from "../requester";

// Guides of a therapist's own: drafts that may be unfinished, and versions that conversations begin with.

const NOT_FOUND: Outcome<never> = { ok: false, refusal: { kind: "not-found" } };
const NO_PROFILE: Outcome<never> = { ok: false, refusal: { kind: "no-profile" } };

/** More than anybody writes, and no more than a list shows. */
const MOST_GUIDES = 200;

interface Desk {
  readonly db: Db;
  readonly limits: Limits;
}

/** All of this therapist’s, the oldest first. */
export function ownGuidesOf(db: Db, therapistId: string): Promise<readonly OwnGuideRow[]> {
  return readOwnGuides(db, therapistId);
}

/** One of them; null for an unknown one, and for another’s alike. */
export async function ownGuideOf(db: Db, therapistId: string, id: string): Promise<OwnGuideRow | null> {
  return isId(id) ? findOwnGuide(db, therapistId, id) : null;
}

/**
 * Begins a guide: with nothing, as a copy of one that comes with the product, in the writer’s language, or from a file.
 * Sent twice it is begun once. A file that cannot be read as a guide is refused with where and why (I1 to I3).
 */
export async function beginGuide(
  desk: Desk,
  { asking, locale, now }: Requester,
  request: BeginGuideRequest,
): Promise<Outcome<KeptAnswer>> {
  if (!asking || !(await readProfile(desk.db, asking.personId))) return NO_PROFILE;
  const wait = await slowDown(desk, asking.personId);
  if (wait) return wait;
  const { personId: therapistId } = asking;
  const id = idIn(therapistId, request.guideId);
  const own = await readOwnGuides(desk.db, therapistId);
  if (own.some((one) => one.id === id)) return { ok: true, answer: { id } };
  if (own.length >= MOST_GUIDES) return refuse({ kind: "too-many", limit: MOST_GUIDES });
  const { from } = request;
  if (from.kind === "nothing") await insertOwnGuide(desk.db, { id, therapistId, draft: emptyGuide(id) }, now);
  if (from.kind === "shipped") {
    const shipped = newestGuide(from.guide);
    if (!shipped) return NOT_FOUND;
    await insertOwnGuide(desk.db, { id, therapistId, draft: copyOf(guideFor(shipped, locale), id) }, now);
  }
  if (from.kind === "file") {
    const read = readGuide(from.guide);
    if (!read.ok) return refuse({ kind: "bad-guide", problems: read.problems });
    await insertOwnGuide(desk.db, { id, therapistId, draft: copyOf(read.guide, id) }, now);
  }
  return { ok: true, answer: { id } };
}

/**
 * Keeps the draft as it stands now; it may be unfinished. Where it was changed elsewhere since `changes`, it stays as it
 * is and the answer says what stands there: nothing is lost unseen.
 */
export async function keepDraftGuide(
  desk: Desk,
  { asking, now }: Requester,
  id: string,
  { changes, guide }: ChangeGuideRequest,
): Promise<Outcome<DraftGuideAnswer>> {
  if (!asking || !isId(id)) return NOT_FOUND;
  const wait = await slowDown(desk, asking.personId);
  if (wait) return wait;
  const read = readGuide(guide);
  if (!read.ok) return refuse({ kind: "bad-guide", problems: read.problems });
  const { personId: therapistId } = asking;
  const draft = copyOf(read.guide, id);
  if (await changeDraft(desk.db, { therapistId, id, changes }, draft, now))
    return { ok: true, answer: { kept: true, changes: changes + 1 } };
  const there = await findOwnGuide(desk.db, therapistId, id);
  if (!there) return NOT_FOUND;
  return { ok: true, answer: { kept: false, changes: there.changes, guide: there.draft } };
}

/** Makes a version of the draft as it stood after `changes`. Refused with where and why while it could not be used (I4). */
export async function makeVersion(
  { db }: Desk,
  { asking, now }: Requester,
  id: string,
  { changes }: VersionRequest,
): Promise<Outcome<GuideVersionAnswer>> {
  if (!asking || !isId(id)) return NOT_FOUND;
  return db.transaction(async (tx) => {
    const row = await lockOwnGuide(tx, asking.personId, id);
    if (!row) return NOT_FOUND;
    if (row.changes !== changes) return refuse({ kind: "stale", current: row.changes });
    // Nothing is new in it: whoever asks again is told what they were told before.
    if (row.newest !== null && (await isNewestVersion(tx, row)))
      return { ok: true, answer: { version: row.newest } };
    const version = (row.newest ?? 0) + 1;
    const guide = asVersion(row.draft, version);
    const problems = checkGuide(guide).map(({ at, why }) => ({ at, why }));
    if (problems.length > 0) return refuse({ kind: "bad-guide", problems });
    await insertVersion(tx, { guideId: id, version, guide }, now);
    return { ok: true, answer: { version } };
  });
}

/** Offered no more, or again. What was begun or asked for with it stays. */
export async function putGuideAway(
  { db }: Desk,
  { asking, now }: Requester,
  id: string,
  { away }: PutAwayRequest,
): Promise<Outcome<Record<string, never>>> {
  if (!asking || !isId(id)) return NOT_FOUND;
  const done = await putAway(db, asking.personId, id, away ? now : null);
  return done ? { ok: true, answer: {} } : NOT_FOUND;
}

/** The draft as a file, which can be brought in again as it is. */
export async function guideFile(
  { db }: Pick<Desk, "db">,
  { asking }: Requester,
  id: string,
): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
  const row = asking && (await ownGuideOf(db, asking.personId, id));
  if (!row) return NOT_FOUND;
  return { ok: true, answer: guideBytes(row.draft) };
}

/** A guide as a file that can be brought in again. */
export function guideBytes(guide: Guide): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(guide, null, 2)}\n`);
}

async function slowDown({ limits }: Desk, personId: string): Promise<Outcome<never> | null> {
  const retryAfterMs = await limits.draftsPerSeat.take(`guide:${personId}`);
  return retryAfterMs > 0 ? refuse({ kind: "slow-down", retryAfterMs }) : null;
}

const isId = (id: string): boolean => ownGuideIdSchema.safeParse(id).success;
const refuse = (refusal: AnyRefusal): Outcome<never> => ({ ok: false, refusal });
