import type { Db } from "#db/database";
import { writeSettings } from "#db/people";
import type { LocaleRequest } from "#wire/requests";
import { localeCookie } from "./locale-of";
import type { Origins } from "./origins";
import type { Outcome, Requester } from "./requester";

/** Keeps a language on this browser and, for whoever is signed in, with the person: it goes with them to all devices. */
export async function chooseLocale(
  { db }: { readonly db: Db },
  { asking }: Requester,
  { locale }: LocaleRequest,
  origins: Origins,
): Promise<Outcome<Record<string, never>>> {
  if (asking) await writeSettings(db, asking.personId, { locale });
  return { ok: true, answer: {}, cookies: [localeCookie(locale, origins)] };
}
