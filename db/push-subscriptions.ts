import { createHash } from "node:crypto";
import { and, desc, eq, gt, gte, inArray, isNull } from "drizzle-orm";
import { giveConsent, withdrawConsent } from "./consents";
import type { Db } from "./database";
import { lookAtSoon } from "./notice-wishes";
import { consent, person, pushSubscription, signIn } from "./schema";

/** On how many browsers somebody may be told: the ones that said so last. */
const MOST = 10;

/** How a push service is reached for one browser, and with what is sealed what only that browser is to read. */
export interface PushAddress {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** A browser that said so, and whose it is. */
export interface Subscriber {
  readonly personId: string;
  readonly signInId: string;
}

/** From now on this browser is told. That is a consent; whoever had the browser before is not told on it any more. */
export async function subscribe(db: Db, of: Subscriber, address: PushAddress, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await giveConsent(tx, of.personId, "push", now); // this holds their row: two browsers go one after the other
    await keep(tx, of, address, now);
    await lookAtSoon(tx, of.personId, now); // what nobody could be told of so far
    const kept = await tx
      .select({ endpointHash: pushSubscription.endpointHash })
      .from(pushSubscription)
      .where(eq(pushSubscription.personId, of.personId))
      .orderBy(desc(pushSubscription.createdAt), desc(pushSubscription.endpointHash));
    const hashes = kept.slice(MOST).map(({ endpointHash }) => endpointHash);
    if (hashes.length > 0)
      await tx.delete(pushSubscription).where(inArray(pushSubscription.endpointHash, hashes));
  });
}

/** A browser got another address from its push service. Gives false where it was not told any more: that stays so. */
export async function moveSubscription(
  db: Db,
  of: Subscriber,
  { from, to }: { readonly from: string; readonly to: PushAddress },
  now: Date,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const isOn = (await readSubscriptions(tx, of.personId, now)).some(
      ({ endpoint, signInId }) => endpoint === from && signInId === of.signInId,
    );
    if (!isOn) return false;
    await dropSubscription(tx, from);
    await keep(tx, of, to, now);
    return true;
  });
}

async function keep(
  tx: Db,
  { personId, signInId }: Subscriber,
  address: PushAddress,
  now: Date,
): Promise<void> {
  await tx.delete(pushSubscription).where(eq(pushSubscription.signInId, signInId)); // a browser has one
  const row = { personId, signInId, ...address, createdAt: now };
  await tx
    .insert(pushSubscription)
    .values({ endpointHash: hashOf(address.endpoint), ...row })
    .onConflictDoUpdate({ target: pushSubscription.endpointHash, set: row });
}

/** This browser is not told any more. With the last one the consent is withdrawn. */
export async function unsubscribe(db: Db, { personId, signInId }: Subscriber, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for("no key update");
    await tx.delete(pushSubscription).where(eq(pushSubscription.signInId, signInId));
    const others = await readSubscriptions(tx, personId, now);
    if (others.length === 0) await withdrawConsent(tx, personId, "push", now);
  });
}

/**
 * Where somebody is to be told: browsers that are still signed in, and that said so since the consent was given that
 * holds now. What was stopped once does not begin again because another browser is told.
 */
export function readSubscriptions(
  db: Db,
  personId: string,
  now: Date,
): Promise<(PushAddress & Pick<Subscriber, "signInId">)[]> {
  return db
    .select({
      endpoint: pushSubscription.endpoint,
      p256dh: pushSubscription.p256dh,
      auth: pushSubscription.auth,
      signInId: pushSubscription.signInId,
    })
    .from(pushSubscription)
    .innerJoin(signIn, and(eq(signIn.id, pushSubscription.signInId), gt(signIn.expiresAt, now)))
    .innerJoin(
      consent,
      and(
        eq(consent.personId, pushSubscription.personId),
        eq(consent.what, "push"),
        isNull(consent.withdrawnAt),
        gte(pushSubscription.createdAt, consent.givenAt),
      ),
    )
    .where(eq(pushSubscription.personId, personId));
}

/** The push service knows of no such browser any more. */
export async function dropSubscription(db: Db, endpoint: string): Promise<void> {
  await db.delete(pushSubscription).where(eq(pushSubscription.endpointHash, hashOf(endpoint)));
}

function hashOf(endpoint: string): Uint8Array {
  return createHash("sha256").update(endpoint).digest();
}
