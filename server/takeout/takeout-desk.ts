import { v7 as uuidv7 } from "uuid";
import type { Db } from "#db/database";
import { type KeyRing, newWrappedKey, openWrappedKey } from "#db/key-ring";
import { unseal } from "#db/sealing";
import type { Asking } from "#db/sign-ins";
import {
  deleteExpiredTakeouts,
  insertTakeout,
  lockTakeouts,
  markFailed,
  readTakeout,
  readTakeoutOf,
  type TakeoutRow,
} from "#db/takeouts";
import type { TakeoutAnswer } from "#wire/answers";
import type { Jobs } from "../jobs";
import type { Limits } from "../limits";
import type { Outcome, Requester } from "../requester";
import { PACKING, type PackingJob, takeoutPlace } from "./packing-job";

const HOUR = 3_600_000;
/** What has not come to an end by then was cut off: it may be asked for again. */
const LONGEST_PACKING = 600_000;
/** The name of the job that drops what nobody came for. */
export const CLEARING = "clear-takeouts";

export interface TakeoutDesk {
  readonly db: Db;
  readonly ring: KeyRing;
  readonly limits: Limits;
  /** Null where the process serves none. */
  readonly jobs: Jobs | null;
}

/** Begins to pack everything of the requester; answers at once. One at a time: while one is being packed, it is that. */
export async function askForTakeout(
  desk: TakeoutDesk,
  { asking, now, locale }: Requester,
): Promise<Outcome<TakeoutAnswer>> {
  const { db, jobs } = desk;
  if (!asking) return { ok: false, refusal: { kind: "not-signed-in" } };
  if (!jobs) throw new Error("Nobody would pack it: this process serves no jobs.");
  const begun = await db.transaction((tx) => begin(tx, desk, asking.personId, now));
  if (begun.kind === "known") return { ok: true, answer: toAnswer(begun.takeout) };
  if (begun.kind === "too-often")
    return { ok: false, refusal: { kind: "slow-down", retryAfterMs: begun.retryAfterMs } };
  const { id } = begun;
  try {
    await jobs.send<PackingJob>(PACKING, { takeoutId: id, locale });
    await jobs.send(CLEARING, {}, expiryOf(now));
  } catch (error) {
    await markFailed(db, id);
    throw error;
  }
  return { ok: true, answer: { id, state: "packing", done: 0, total: 0 } };
}

type Begun =
  | { readonly kind: "new"; readonly id: string }
  | { readonly kind: "known"; readonly takeout: TakeoutRow }
  | { readonly kind: "too-often"; readonly retryAfterMs: number };

async function begin(
  tx: Db,
  { ring, limits }: TakeoutDesk,
  personId: string,
  createdAt: Date,
): Promise<Begun> {
  await lockTakeouts(tx, personId);
  const takeout = await readTakeoutOf(tx, personId, createdAt);
  if (takeout && isBeingPacked(takeout, createdAt)) return { kind: "known", takeout };
  const retryAfterMs = await limits.takeoutsPerPerson.take(personId);
  if (retryAfterMs > 0) return { kind: "too-often", retryAfterMs };
  const id = uuidv7();
  const { key: _key, ...key } = newWrappedKey(ring, takeoutPlace(id));
  await insertTakeout(tx, { id, personId, key, createdAt, expiresAt: expiryOf(createdAt) });
  return { kind: "new", id };
}

const expiryOf = (createdAt: Date): Date => new Date(createdAt.getTime() + HOUR);

/** How the requester's takeout stands; null where there is none. */
export async function takeoutOf(
  { db }: Pick<TakeoutDesk, "db">,
  { personId }: Asking,
  now: Date,
): Promise<TakeoutAnswer | null> {
  const row = await readTakeoutOf(db, personId, now);
  return row && toAnswer(row);
}

/** The archive itself, for the one it is of, until its hour is over. Null in every other case, all alike. */
export async function openArchive(
  { db, ring }: Pick<TakeoutDesk, "db" | "ring">,
  asking: Asking,
  id: string,
  now: Date,
): Promise<Uint8Array | null> {
  const takeout = await readTakeout(db, id);
  if (!takeout?.archive || takeout.personId !== asking.personId || takeout.expiresAt <= now) return null;
  const key = openWrappedKey(ring, takeoutPlace(id), takeout.key);
  return key && unseal(key, takeoutPlace(id), takeout.archive);
}

/** Drops what nobody came for within the hour. */
export async function clearTakeouts({ db }: { readonly db: Db }, now: Date): Promise<void> {
  await deleteExpiredTakeouts(db, now);
}

function isBeingPacked({ state, createdAt }: TakeoutRow, now: Date): boolean {
  return state === "packing" && now.getTime() - createdAt.getTime() < LONGEST_PACKING;
}

function toAnswer({ id, state, done, total }: TakeoutAnswer): TakeoutAnswer {
  return { id, state, done, total };
}
