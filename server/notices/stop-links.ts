import { createHash, randomBytes } from "node:crypto";
import type { Db } from "#db/database";
import { insertNoticeStop, stopNotices } from "#db/notice-stops";
import type { Limits } from "../limits";
import type { Outcome, Requester } from "../requester";

/** What stopping takes of the process. */
export interface StopDesk {
  readonly db: Db;
  readonly limits: Pick<Limits, "stopsPerAddress">;
}

/**
 * Makes a link that stops all notices of a person: 256 random bits, for one mail. Whoever has it can stop them, and do
 * and learn nothing else with it: not even whether there was anything to stop.
 */
export async function newStopLink(db: Db, personId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await insertNoticeStop(db, { tokenHash: hashOf(token), personId }, now);
  return token;
}

/**
 * Stops all notices of whoever got the mail with this link. The answer is one for every link, known or not, and to
 * whoever stops what was stopped before. Refuses what does not ask to stop, and too many from one address; whatever the
 * link.
 */
export async function stopByLink(
  desk: StopDesk,
  { address, now }: Pick<Requester, "address" | "now">,
  token: string,
  doesAsk: boolean,
): Promise<Outcome<Record<string, never>>> {
  const retryAfterMs = await desk.limits.stopsPerAddress.take(address);
  if (retryAfterMs > 0) return { ok: false, refusal: { kind: "slow-down", retryAfterMs } };
  if (!doesAsk)
    return { ok: false, refusal: { kind: "bad-request", issues: ["List-Unsubscribe: One-Click needed"] } };
  await stopNotices(desk.db, hashOf(token), now);
  return { ok: true, answer: {} };
}

function hashOf(token: string): Uint8Array {
  return createHash("sha256").update(token).digest();
}
