import { createHash, randomBytes } from "node:crypto";
import { and, eq, exists, gt, isNotNull, not, or, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Preferences } from "#wire/preferences";
import type { Db } from "./database";
import { account, passkey, person, signIn } from "./schema";

const DAY = 86_400_000;
/** How long a browser stays signed in after it was last used. */
const SIGN_IN_DAYS = 90;

/** A proven sign-in: the browser of a person. */
export interface Asking {
  readonly signInId: string;
  readonly personId: string;
  readonly name: string;
  /** No address, no passkey, no account elsewhere: this browser is their only way back in. */
  readonly isGuest: boolean;
  readonly preferences: Preferences;
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

/** Signs a person in on a browser. */
export async function insertSignIn(tx: Db, personId: string, now: Date): Promise<NewSignIn> {
  const made = { token: newToken(), expiresAt: new Date(now.getTime() + SIGN_IN_DAYS * DAY) };
  await tx.insert(signIn).values({
    tokenHash: hashToken(made.token),
    id: uuidv7(),
    personId,
    createdAt: now,
    expiresAt: made.expiresAt,
  });
  return made;
}

/** Who asks, by the token in their cookie; null when it is unknown or over. */
export async function readSignIn(db: Db, token: string, now: Date): Promise<Asking | null> {
  const tokenHash = hashToken(token);
  const [row] = await db
    .select({
      signInId: signIn.id,
      personId: person.id,
      name: person.name,
      isGuest: isGuest(db),
      preferences: {
        locale: person.locale,
        timeZone: person.timeZone,
        theme: person.theme,
        textSize: person.textSize,
        softTimers: person.softTimers,
      },
      expiresAt: signIn.expiresAt,
    })
    .from(signIn)
    .innerJoin(person, eq(person.id, signIn.personId))
    .where(and(eq(signIn.tokenHash, tokenHash), gt(signIn.expiresAt, now)));
  return row ? { ...row, tokenHash } : null;
}

/** Whether nothing but a browser proves who this person is. */
function isGuest(db: Db) {
  const hasAccount = exists(db.select({ one: sql`1` }).from(account).where(eq(account.personId, person.id)));
  const hasPasskey = exists(db.select({ one: sql`1` }).from(passkey).where(eq(passkey.personId, person.id)));
  return sql<boolean>`${not(or(isNotNull(person.address), hasAccount, hasPasskey) ?? sql`true`)}`;
}

export async function prolongSignIn(db: Db, token: string, expiresAt: Date): Promise<void> {
  await db
    .update(signIn)
    .set({ expiresAt })
    .where(eq(signIn.tokenHash, hashToken(token)));
}

/** Ends a sign-in for good. Gives its id, so that its sockets can be closed; null if there was none. */
export async function deleteSignIn(db: Db, token: string): Promise<string | null> {
  const [row] = await db
    .delete(signIn)
    .where(eq(signIn.tokenHash, hashToken(token)))
    .returning({ id: signIn.id });
  return row?.id ?? null;
}
