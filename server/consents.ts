import { giveConsent, withdrawConsent } from "#db/consents";
import type { ConsentRequest } from "#wire/requests";
import type { Outcome, Requester } from "./requester";
import { NOT_SIGNED_IN, type SettingsDesk } from "./settings";

/** Records what somebody agrees to from now on, or that they do not any more. Saying the same twice changes nothing. */
export async function recordConsent(
  { db }: Pick<SettingsDesk, "db">,
  { asking, now }: Requester,
  { what, given }: ConsentRequest,
): Promise<Outcome<Record<string, never>>> {
  if (!asking) return NOT_SIGNED_IN;
  await (given ? giveConsent : withdrawConsent)(db, asking.personId, what, now);
  return { ok: true, answer: {} };
}
