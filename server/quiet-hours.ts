import type { Db } from "#db/database";
import { findAnew, writeQuietHours } from "#db/notice-wishes";
import { writeSettings } from "#db/people";
import type { Asking } from "#db/sign-ins";
import type { NoticesRequest } from "#wire/requests";
import type { Outcome, Requester } from "./requester";
import { NOT_SIGNED_IN, type SettingsDesk } from "./settings";

/**
 * Keeps between which times somebody is told of nothing. Hours of the day mean something in a time zone: for whoever
 * never chose one it is the one of the browser in which they said so, from now on.
 */
export async function keepQuietHours(
  { db }: Pick<SettingsDesk, "db">,
  { asking, now }: Requester,
  { timeZone, ...hours }: NoticesRequest,
): Promise<Outcome<Record<string, never>>> {
  if (!asking) return NOT_SIGNED_IN;
  await db.transaction(async (tx) => {
    await writeQuietHours(tx, asking.personId, hours);
    await keepFirstTimeZone(tx, asking, timeZone, now);
  });
  return { ok: true, answer: {} };
}

/** Keeps the time zone of a browser for whoever never chose one. */
export async function keepFirstTimeZone(
  tx: Db,
  { personId, preferences }: Asking,
  timeZone: string | undefined,
  now: Date,
): Promise<void> {
  if (timeZone === undefined || preferences.timeZone !== null) return;
  await writeSettings(tx, personId, { timeZone });
  await findAnew(tx, personId, now);
}
