import { renameMember } from "#db/members";
import { findAnew } from "#db/notice-wishes";
import { writeSettings } from "#db/people";
import type { Asking } from "#db/sign-ins";
import type { SettingsRequest } from "#wire/requests";
import type { Limits } from "./limits";
import { localeCookie } from "./locale-of";
import type { Log } from "./log";
import type { Origins } from "./origins";
import type { Outcome, Requester } from "./requester";
import type { SignInDesk } from "./sign-in/sign-in-as";

/** What changing one's own settings, devices, address and passkeys needs of the process. */
export interface SettingsDesk extends SignInDesk {
  readonly limits: SignInDesk["limits"] & Pick<Limits, "passkeysPerAddress">;
  readonly log: Log;
}

/** Whether mornings begin at another time for them from now on. */
function isMoving({ preferences }: Asking, { timeZone }: Pick<SettingsRequest, "timeZone">): boolean {
  return timeZone !== undefined && timeZone !== preferences.timeZone;
}

/** For whoever is not signed in, or not any more. */
export const NOT_SIGNED_IN: Outcome<never> = { ok: false, refusal: { kind: "not-signed-in" } };

/**
 * Keeps what somebody has chosen, for all their devices. A new name holds from now on; where they have a seat already
 * their partner knows them by another, and it changes only if they say so (`nameInSpaces`).
 */
export async function saveSettings(
  desk: SettingsDesk,
  { asking, now }: Requester,
  { nameInSpaces = false, ...settings }: SettingsRequest,
  origins: Origins,
): Promise<Outcome<Record<string, never>>> {
  if (!asking) return NOT_SIGNED_IN;
  const { name, locale } = settings;
  const spaces = await desk.db.transaction(async (tx) => {
    await writeSettings(tx, asking.personId, settings);
    if (isMoving(asking, settings)) await findAnew(tx, asking.personId, now);
    return nameInSpaces && name !== undefined ? renameMember(tx, asking.personId, name) : [];
  });
  for (const spaceId of spaces) await desk.seatsChanged(spaceId, now);
  return { ok: true, answer: {}, ...(locale && { cookies: [localeCookie(locale, origins)] }) };
}
