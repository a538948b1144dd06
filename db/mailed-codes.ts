import { and, desc, eq, gt, inArray, isNull, lt, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Db } from "./database";
import { mailedCode, signIn } from "./schema";

const MINUTE = 60_000;
const LASTS = 10 * MINUTE;
/** An hour after it was over it is forgotten that there was one; until then it is said what has become of it. */
const FORGOTTEN_AFTER = 60 * MINUTE;
/** After this many wrong tries a code is worth nothing any more. */
const MOST_WRONG_TRIES = 5;

type Purpose = (typeof mailedCode.$inferSelect)["purpose"];

/** What tells a code apart: what it is for, and who holds the other half of it. */
export interface HeldCode {
  readonly purpose: Purpose;
  /** The hash of the secret of the browser that asked. */
  readonly holderHash: Uint8Array;
  /** The hash of the code and that secret together. */
  readonly tokenHash: Uint8Array;
}

/**
 * Keeps a code for ten minutes. What the same browser has asked for before, for the same purpose, works no more.
 * Codes of the past go.
 */
export async function insertMailedCode(
  tx: Db,
  code: HeldCode & { readonly address: string; readonly replaces: Uint8Array | null },
  now: Date,
): Promise<void> {
  const { replaces, ...made } = code;
  await tx.delete(mailedCode).where(lt(mailedCode.expiresAt, new Date(now.getTime() - FORGOTTEN_AFTER)));
  if (replaces)
    await tx
      .delete(mailedCode)
      .where(and(eq(mailedCode.holderHash, replaces), eq(mailedCode.purpose, code.purpose)));
  const expiresAt = new Date(now.getTime() + LASTS);
  await tx.insert(mailedCode).values({ id: uuidv7(), ...made, createdAt: now, expiresAt });
}

/** How a code fared that somebody typed. */
export type CodeTried =
  | { readonly kind: "right"; readonly address: string }
  /** `left` tries remain. */
  | { readonly kind: "wrong"; readonly left: number }
  | { readonly kind: "used" }
  | { readonly kind: "expired" }
  /** This browser has asked for none. */
  | { readonly kind: "elsewhere" };

/** Tries a code, in one statement: of any number of tries at the same time with the right one, one is right. */
export async function tryMailedCode(db: Db, tried: HeldCode, now: Date): Promise<CodeTried> {
  const isRight = sql`${mailedCode.tokenHash} = ${tried.tokenHash}::bytea`;
  const [row] = await db
    .update(mailedCode)
    .set({
      usedAt: sql`case when ${isRight} then ${now.toISOString()}::timestamptz end`,
      wrongTries: sql`${mailedCode.wrongTries} + case when ${isRight} then 0 else 1 end`,
    })
    .where(
      and(
        isHeldBy(tried),
        isNull(mailedCode.usedAt),
        gt(mailedCode.expiresAt, now),
        lt(mailedCode.wrongTries, MOST_WRONG_TRIES),
      ),
    )
    .returning({
      address: mailedCode.address,
      usedAt: mailedCode.usedAt,
      wrongTries: mailedCode.wrongTries,
    });
  if (!row) return whyNot(db, tried);
  return row.usedAt
    ? { kind: "right", address: row.address }
    : { kind: "wrong", left: MOST_WRONG_TRIES - row.wrongTries };
}

/** It was right, but not the other one that belongs to it: it may be typed again. */
export async function reopenMailedCode(db: Db, held: HeldCode): Promise<void> {
  await db
    .update(mailedCode)
    .set({ usedAt: null })
    .where(and(isHeldBy(held), eq(mailedCode.tokenHash, held.tokenHash)));
}

/** Whether this browser has asked for a code that still works at `now`. */
export async function hasOpenCode(
  db: Db,
  held: Pick<HeldCode, "purpose" | "holderHash">,
  now: Date,
): Promise<boolean> {
  const rows = await db
    .select({ id: mailedCode.id })
    .from(mailedCode)
    .where(
      and(
        isHeldBy(held),
        isNull(mailedCode.usedAt),
        gt(mailedCode.expiresAt, now),
        lt(mailedCode.wrongTries, MOST_WRONG_TRIES),
      ),
    );
  return rows.length > 0;
}

async function whyNot(db: Db, tried: HeldCode): Promise<CodeTried> {
  const [row] = await db
    .select({ usedAt: mailedCode.usedAt, wrongTries: mailedCode.wrongTries })
    .from(mailedCode)
    .where(isHeldBy(tried))
    .orderBy(desc(mailedCode.createdAt))
    .limit(1);
  if (!row) return { kind: "elsewhere" };
  if (row.usedAt) return { kind: "used" };
  return row.wrongTries >= MOST_WRONG_TRIES ? { kind: "wrong", left: 0 } : { kind: "expired" };
}

const isHeldBy = ({ purpose, holderHash }: Pick<HeldCode, "purpose" | "holderHash">) =>
  and(eq(mailedCode.purpose, purpose), eq(mailedCode.holderHash, holderHash));

/** Codes that were mailed to an address whose person is no more. */
export async function deleteMailedCodesTo(tx: Db, address: string): Promise<void> {
  await tx.delete(mailedCode).where(eq(mailedCode.address, address));
}

/** Those that were mailed to change a person's address: what they are worth something with is one of their sign-ins. */
export async function deleteMailedCodesHeldBy(tx: Db, personId: string): Promise<void> {
  const held = tx.select({ hash: signIn.tokenHash }).from(signIn).where(eq(signIn.personId, personId));
  await tx.delete(mailedCode).where(inArray(mailedCode.holderHash, held));
}
