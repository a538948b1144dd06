import { type Consent, readConsents } from "#db/consents";
import { type Device, readDevices } from "#db/devices";
import { type QuietHours, readQuietHours, USUAL_QUIET_HOURS } from "#db/notice-wishes";
import { type OwnPasskey, readPasskeys } from "#db/passkeys";
import { readAddress } from "#db/people";
import type { Asking } from "#db/sign-ins";
import type { SettingsDesk } from "./settings";

/** All that the page of the settings shows, besides what a sign-in carries anyway. */
export interface SettingsOverview {
  /** Null for whoever never gave one. */
  readonly address: string | null;
  readonly devices: readonly Device[];
  readonly passkeys: readonly OwnPasskey[];
  readonly consents: readonly Consent[];
  readonly quietHours: QuietHours;
}

/** What somebody may change about themselves, as it is now. */
export async function readSettings(
  { db }: Pick<SettingsDesk, "db">,
  { personId }: Asking,
  now: Date,
): Promise<SettingsOverview> {
  const [address, devices, passkeys, consents, quietHours] = await Promise.all([
    readAddress(db, personId),
    readDevices(db, personId, now),
    readPasskeys(db, personId),
    readConsents(db, personId),
    readQuietHours(db, personId),
  ]);
  return { address, devices, passkeys, consents, quietHours: quietHours ?? USUAL_QUIET_HOURS };
}
