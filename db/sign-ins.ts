import { createHash, randomBytes } from "node:crypto";
import { and, eq, exists, gt, isNotNull, lt, not, or, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Preferences } from "#wire/preferences";
import type { Db } from "./database";
import type { WrappedKey } from "./key-ring";
import { account, deviceKey, passkey, person, signIn } from "./schema";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How long a browser stays signed in after it was last used. */
const SIGN_IN_DAYS = 90;

/** A proven sign-in: the browser of a person. */
export interface Asking {
  readonly signInId: string;
  readonly personId: string;
  readonly name: string;
  /** No address, no passkey, no account elsewhere: this browser is their only way back in. */
  readonly isGuest: boolean;
  /** The guest whose browser this was until it signed in, and who may still be brought along. */
  readonly wasGuest: string | null;
  readonly preferences: Preferences;
  /** What the browser seals with (server/device-key.ts); null while it was never needed. */
  readonly deviceKey: WrappedKey | null;
  readonly tokenHash: Uint8Array;
  readonly expiresAt: Date;
}

/** The token goes into a cookie and is never stored; its hash goes into the table. */
export function hashToken(token: string): Uint8Array {
  return createHash("sha256").update(token).digest();
}

/** 256 bits from the system's generator, base64url. */
function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** A sign-in that has just been made: the token for the cookie, and until when it holds. */
export interface NewSignIn {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Who is signed in, on what. */
export interface SignInOf {
  readonly personId: string;
  /** What the browser says it is, in a few words (server/device-of.ts). */
  readonly device: string;
  readonly wasGuest?: string | null;
}

/** Signs a person in on a browser. */
export async function insertSignIn(tx: Db, of: SignInOf, now: Date): Promise<NewSignIn> {
  const made = { token: newToken(), expiresAt: lastsUntil(now) };
  await tx.insert(signIn).values({
    tokenHash: hashToken(made.token),
    id: uuidv7(),
    createdAt: now,
    usedAt: hourOf(now),
    expiresAt: made.expiresAt,
    ...of,
  });
  return made;
}

const lastsUntil = (now: Date): Date => new Date(now.getTime() + SIGN_IN_DAYS * DAY);
const hourOf = (now: Date): Date => new Date(Math.floor(now.getTime() / HOUR) * HOUR);

/** Who asks, by the token in their cookie; null when it is unknown or over. */
export async function readSignIn(db: Db, token: string, now: Date): Promise<Asking | null> {
  const tokenHash = hashToken(token);
  const [row] = await db
    .select({
      signInId: signIn.id,
      personId: person.id,
      name: person.name,
      isGuest: isGuest(db),
      wasGuest: signIn.wasGuest,
      preferences: {
        locale: person.locale,
        timeZone: person.timeZone,
        theme: person.theme,
        textSize: person.textSize,
        softTimers: person.softTimers,
        appFace: person.appFace,
      },
      deviceKey: { kekId: deviceKey.kekId, wrapped: deviceKey.wrapped },
      expiresAt: signIn.expiresAt,
    })
    .from(signIn)
    .innerJoin(person, eq(person.id, signIn.personId))
    .leftJoin(deviceKey, eq(deviceKey.signInId, signIn.id))
    .where(and(eq(signIn.tokenHash, tokenHash), gt(signIn.expiresAt, now)));
  return row ? { ...row, tokenHash } : null;
}

/** Whether nothing but a browser proves who this person is. */
export function isGuest(db: Db) {
  const hasAccount = exists(db.select({ one: sql`1` }).from(account).where(eq(account.personId, person.id)));
  const hasPasskey = exists(db.select({ one: sql`1` }).from(passkey).where(eq(passkey.personId, person.id)));
  return sql<boolean>`${not(or(isNotNull(person.address), hasAccount, hasPasskey) ?? sql`true`)}`;
}

/** Notes that a sign-in is used: to the hour, so that it is no diary. It lasts anew from there. */
export async function noteUse(db: Db, { tokenHash, expiresAt }: Asking, now: Date): Promise<void> {
  const isNotedAlready = expiresAt >= lastsUntil(hourOf(now));
  if (isNotedAlready) return;
  await db
    .update(signIn)
    .set({ usedAt: hourOf(now), expiresAt: lastsUntil(now) })
    .where(eq(signIn.tokenHash, tokenHash));
}

/** Sign-ins that nobody used for too long go. */
export async function deleteExpiredSignIns(db: Db, now: Date): Promise<void> {
  await db.delete(signIn).where(lt(signIn.expiresAt, now));
}

/** Ends a sign-in for good. Gives its id, so that its sockets can be closed; null if there was none. */
export async function deleteSignIn(db: Db, tokenHash: Uint8Array): Promise<string | null> {
  const [row] = await db.delete(signIn).where(eq(signIn.tokenHash, tokenHash)).returning({ id: signIn.id });
  return row?.id ?? null;
}
