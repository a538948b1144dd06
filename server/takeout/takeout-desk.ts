import { v7 as uuidv7 } from "uuid";
import type { Db } from "#db/database";
import { type KeyRing, newWrappedKey, openWrappedKey } from "#db/key-ring";
import { unseal } from "#db/sealing";
import type { Asking } from "#db/sign-ins";
import { deleteExpiredTakeouts, insertTakeout, readTakeout, readTakeoutOf } from "#db/takeouts";
import type { TakeoutAnswer } from "#wire/answers";
import type { Jobs } from "../jobs";
import type { Limits } from "../limits";
import type { Outcome, Requester } from "../requester";
import { PACKING, type PackingJob, takeoutPlace } from "./packing-job";

const HOUR = 3_600_000;
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
  { db, ring, limits, jobs }: TakeoutDesk,
  { asking, now, locale }: Requester,
): Promise<Outcome<TakeoutAnswer>> {
  if (!asking) return { ok: false, refusal: { kind: "not-signed-in" } };
  if (!jobs) throw new Error("Nobody would pack it: this process serves no jobs.");
  const known = await readTakeoutOf(db, asking.personId, now);
  if (known?.state === "packing") return { ok: true, answer: toAnswer(known) };
  const retryAfterMs = await limits.takeoutsPerPerson.take(asking.personId);
  if (retryAfterMs > 0) return { ok: false, refusal: { kind: "slow-down", retryAfterMs } };
  const id = uuidv7();
  const { key: _key, ...key } = newWrappedKey(ring, takeoutPlace(id));
  const expiresAt = new Date(now.getTime() + HOUR);
  await db.transaction((tx) =>
    insertTakeout(tx, { id, personId: asking.personId, key, createdAt: now, expiresAt }),
  );
  await jobs.send<PackingJob>(PACKING, { takeoutId: id, locale });
  await jobs.send(CLEARING, {}, expiresAt);
  return { ok: true, answer: { id, state: "packing", done: 0, total: 0 } };
}

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

function toAnswer({ id, state, done, total }: TakeoutAnswer): TakeoutAnswer {
  return { id, state, done, total };
}
