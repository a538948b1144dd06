import { and, desc, eq, gt, lt, sql } from "drizzle-orm";
import type { Db } from "./database";
import { account, passkey, passkeyChallenge, person } from "./schema";

/** What a passkey is to sign, and for whom. */
export interface PasskeyChallenge {
  readonly challenge: string;
  /** Who adds a passkey; null where somebody signs in with one. */
  readonly personId: string | null;
}

/** Keeps a challenge until it is taken or `expiresAt`. Those that nobody took in time go. */
export async function insertChallenge(
  db: Db,
  made: PasskeyChallenge & { readonly idHash: Uint8Array; readonly expiresAt: Date },
  now: Date,
): Promise<void> {
  await db.delete(passkeyChallenge).where(lt(passkeyChallenge.expiresAt, now));
  await db.insert(passkeyChallenge).values(made);
}

/** Takes a challenge away: whatever is answered to it, it is answered once. Null when there is none, or too late. */
export async function takeChallenge(db: Db, idHash: Uint8Array, now: Date): Promise<PasskeyChallenge | null> {
  const [taken] = await db.delete(passkeyChallenge).where(eq(passkeyChallenge.idHash, idHash)).returning({
    challenge: passkeyChallenge.challenge,
    personId: passkeyChallenge.personId,
    expiresAt: passkeyChallenge.expiresAt,
  });
  return taken && taken.expiresAt > now ? taken : null;
}

/** The public half of a key, and whose it is. */
export interface Passkey {
  /** The credential id, base64url. */
  readonly id: string;
  readonly personId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** A passkey as its owner knows it. */
export type OwnPasskey = Pick<
  typeof passkey.$inferSelect,
  "id" | "device" | "transports" | "createdAt" | "usedAt"
>;

/** The passkeys of a person, the newest first. */
export function readPasskeys(db: Db, personId: string): Promise<OwnPasskey[]> {
  return db
    .select({
      id: passkey.id,
      device: passkey.device,
      transports: passkey.transports,
      createdAt: passkey.createdAt,
      usedAt: passkey.usedAt,
    })
    .from(passkey)
    .where(eq(passkey.personId, personId))
    .orderBy(desc(passkey.createdAt), desc(passkey.id));
}

export async function findPasskey(db: Db, id: string): Promise<Passkey | null> {
  const [row] = await db
    .select({
      id: passkey.id,
      personId: passkey.personId,
      publicKey: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports,
    })
    .from(passkey)
    .where(eq(passkey.id, id));
  return row ?? null;
}

/** Keeps a passkey. False where there is one with this id already, whoever it belongs to. */
export async function insertPasskey(
  db: Db,
  { at, ...made }: Passkey & { readonly device: string; readonly at: Date },
): Promise<boolean> {
  const kept = await db
    .insert(passkey)
    .values({ ...made, createdAt: at })
    .onConflictDoNothing()
    .returning({ id: passkey.id });
  return kept.length > 0;
}

/**
 * Notes that a passkey was used. False where its counter did not go up since: a copy of it signs. Keys that do not
 * count say 0 for ever.
 */
export async function notePasskeyUsed(db: Db, id: string, counter: number, now: Date): Promise<boolean> {
  const doesNotCount = sql<boolean>`${counter}::bigint = 0 and ${passkey.counter} = 0`;
  const used = await db
    .update(passkey)
    .set({ counter, usedAt: now })
    .where(and(eq(passkey.id, id), sql`(${doesNotCount} or ${gt(sql`${counter}::bigint`, passkey.counter)})`))
    .returning({ id: passkey.id });
  return used.length > 0;
}

/** What became of a passkey that was to be removed. */
export type Removal = "removed" | "not-found" | "last-way-in";

/** Removes a passkey of this person, unless nothing else would be left to sign in with. */
export async function deletePasskey(db: Db, personId: string, id: string): Promise<Removal> {
  return db.transaction(async (tx) => {
    // Two removals at the same time come one after the other: the second sees that there is nothing left.
    const [owner] = await tx
      .select({ address: person.address })
      .from(person)
      .where(eq(person.id, personId))
      .for("no key update");
    const own = await tx.select({ id: passkey.id }).from(passkey).where(eq(passkey.personId, personId));
    if (!own.some((one) => one.id === id)) return "not-found";
    const accounts = await tx
      .select({ provider: account.provider })
      .from(account)
      .where(eq(account.personId, personId))
      .limit(1);
    if (own.length === 1 && !owner?.address && accounts.length === 0) return "last-way-in";
    await tx.delete(passkey).where(eq(passkey.id, id));
    return "removed";
  });
}
