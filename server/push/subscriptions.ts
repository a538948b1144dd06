import type { Db } from "#db/database";
import { moveSubscription, readSubscriptions, subscribe, unsubscribe } from "#db/push-subscriptions";
import type { Asking } from "#db/sign-ins";
import type { PushRequest } from "#wire/requests";
import type { Environment } from "../environment";
import { keepFirstTimeZone } from "../quiet-hours";
import type { Outcome, Requester } from "../requester";
import { NOT_SIGNED_IN } from "../settings";
import { hostsOf, type Push } from "./push";
import { pushEndpoint } from "./push-services";
import { isPointOfCurve } from "./send-push";

/** What calls about push need of the process. */
export interface PushDesk {
  readonly db: Db;
  readonly push: Push;
  readonly environment: Pick<Environment, "PUSH_SERVICES">;
}

const DONE = { ok: true, answer: {} } as const;

/** Whether somebody is told on the browser that asks, and not on another one of theirs. */
export async function isToldHere(
  { db }: PushDesk,
  { personId, signInId }: Asking,
  now: Date,
): Promise<boolean> {
  return (await readSubscriptions(db, personId, now)).some((one) => one.signInId === signInId);
}

/** What a browser needs to ask its push service for an address of its own. */
export async function readPublicKey(
  { push }: PushDesk,
  { asking }: Requester,
): Promise<Outcome<{ readonly publicKey: string }>> {
  if (!asking) return NOT_SIGNED_IN;
  return { ok: true, answer: { publicKey: await push.publicKey() } };
}

/**
 * From now on this browser is told, for as long as it is signed in. Quiet hours mean nothing without the time zone, so
 * that comes with it. `instead` comes from a browser by itself, whose push
 * service gave it another address: nobody has said yes anew, so that changes nothing where they have stopped meanwhile.
 */
export async function tellThisBrowser(
  { db, environment }: PushDesk,
  { asking, now }: Requester,
  { endpoint: given, keys, instead, timeZone }: PushRequest,
): Promise<Outcome<Record<string, never>>> {
  if (!asking) return NOT_SIGNED_IN;
  const endpoint = pushEndpoint(given, hostsOf(environment));
  if (!endpoint) return wrong("endpoint: no push service that is known here");
  if (!isPointOfCurve(keys.p256dh)) return wrong("keys.p256dh: no key");
  const to = { endpoint, ...keys };
  if (instead === undefined)
    await db.transaction(async (tx) => {
      await subscribe(tx, asking, to, now);
      await keepFirstTimeZone(tx, asking, timeZone, now);
    });
  else if (!(await moveSubscription(db, asking, { from: instead, to }, now)))
    return { ok: false, refusal: { kind: "not-found" } };
  return DONE;
}

/** This browser is not told any more. */
export async function stopTellingThisBrowser(
  { db }: PushDesk,
  { asking, now }: Requester,
): Promise<Outcome<Record<string, never>>> {
  if (!asking) return NOT_SIGNED_IN;
  await unsubscribe(db, asking, now);
  return DONE;
}

function wrong(issue: string): Outcome<never> {
  return { ok: false, refusal: { kind: "bad-request", issues: [issue] } };
}
