import { and, eq, gt, inArray, isNull, type SQL } from "drizzle-orm";
import type { Partner } from "#conversation/seats";
import type { BroughtBy } from "#conversation/therapy/known-names";
import type { Consent, SecretsPolicy, Sharing } from "#conversation/therapy/sharing";
import type { TherapistProfile } from "#wire/events";
import type { Db } from "./database";
import { conversation, engagement, seatKey, signIn, therapist } from "./schema";
import { therapyConsent } from "./therapy-schema";
import { deleteWhereabouts } from "./whereabouts";

/** A consent that has not been withdrawn, and since when it holds. */
export type HeldConsent = Consent & { readonly givenAt: Date };

/** A therapist and a couple, with the consents that have not been withdrawn. */
export interface EngagementRow {
  readonly id: string;
  readonly spaceId: string;
  /** Null once the therapist has erased everything of theirs. */
  readonly therapistId: string | null;
  readonly invitedBy: BroughtBy;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly keptUntil: Date | null;
  readonly profile: TherapistProfile | null;
  readonly consents: Readonly<Partial<Record<Partner, HeldConsent>>>;
}

/** The engagements of these spaces, the oldest first, in one query. */
export function readEngagementsIn(db: Db, spaceIds: readonly string[]): Promise<EngagementRow[]> {
  return spaceIds.length === 0 ? Promise.resolve([]) : select(db, inArray(engagement.spaceId, [...spaceIds]));
}

/** Those of a therapist, the oldest first. */
export function readEngagementsOf(db: Db, therapistId: string): Promise<EngagementRow[]> {
  return select(db, eq(engagement.therapistId, therapistId));
}

/** Those of the person with this sign-in, at `now`, in the space of a conversation. */
export function readEngagementsFor(
  db: Db,
  conversationId: string,
  tokenHash: Uint8Array,
  now: Date,
): Promise<EngagementRow[]> {
  const asking = db
    .select({ personId: signIn.personId })
    .from(signIn)
    .where(and(eq(signIn.tokenHash, tokenHash), gt(signIn.expiresAt, now)));
  const its = db
    .select({ spaceId: conversation.spaceId })
    .from(conversation)
    .where(eq(conversation.id, conversationId));
  return select(db, and(inArray(engagement.therapistId, asking), inArray(engagement.spaceId, its)));
}

/** One of them; null for an unknown id. */
export async function readEngagement(db: Db, id: string): Promise<EngagementRow | null> {
  const [row] = await select(db, eq(engagement.id, id));
  return row ?? null;
}

async function select(db: Db, which: SQL | undefined): Promise<EngagementRow[]> {
  const rows = await db
    .select({ engagement, therapist, consent: therapyConsent })
    .from(engagement)
    .leftJoin(therapist, eq(therapist.personId, engagement.therapistId))
    .leftJoin(
      therapyConsent,
      and(eq(therapyConsent.engagementId, engagement.id), isNull(therapyConsent.withdrawnAt)),
    )
    .where(which)
    .orderBy(engagement.id);
  const found = new Map<string, EngagementRow & { consents: Partial<Record<Partner, HeldConsent>> }>();
  for (const { engagement: row, therapist: profile, consent } of rows) {
    const one = found.get(row.id) ?? { ...row, profile: profile && profileOf(profile), consents: {} };
    found.set(row.id, one);
    if (consent) {
      const { id, sharing, secrets, givenAt } = consent;
      one.consents[consent.seat] = { id, sharing, secrets, givenAt };
    }
  }
  return [...found.values()];
}

function profileOf({
  name,
  practice,
  registration,
  jurisdiction,
  languages,
  secrets,
}: typeof therapist.$inferSelect) {
  return { name, practice, registration, jurisdiction, languages, secrets };
}

/** What this person says about themselves as a therapist; null for everybody else. */
export async function readProfile(db: Db, personId: string): Promise<TherapistProfile | null> {
  const [row] = await db.select().from(therapist).where(eq(therapist.personId, personId));
  return row ? profileOf(row) : null;
}

export async function putProfile(
  db: Db,
  personId: string,
  profile: TherapistProfile,
  now: Date,
): Promise<void> {
  await db
    .insert(therapist)
    .values({ personId, ...profile, createdAt: now })
    .onConflictDoUpdate({ target: therapist.personId, set: { ...profile } });
}

export interface NewEngagement {
  readonly id: string;
  readonly spaceId: string;
  readonly therapistId: string;
  readonly invitedBy: BroughtBy;
}

/**
 * Puts a therapist and a couple together; nothing is opened by it. The key that seals what is written in seat `t` comes
 * with the first one, and stays for those who come after. To be called under `lockSeats`.
 */
export async function insertEngagement(
  tx: Db,
  made: NewEngagement,
  wrappedKey: Uint8Array | null,
  now: Date,
): Promise<void> {
  await tx.insert(engagement).values({ ...made, createdAt: now });
  if (wrappedKey) await tx.insert(seatKey).values({ spaceId: made.spaceId, seat: "t", wrapped: wrappedKey });
}

/** From here to the end of the transaction nobody else changes this engagement or its consents. Null where there is none. */
export async function lockEngagement(tx: Db, id: string): Promise<EngagementRow | null> {
  await tx.select({ id: engagement.id }).from(engagement).where(eq(engagement.id, id)).for("update");
  return readEngagement(tx, id);
}

export interface NewConsent {
  readonly id: string;
  readonly engagementId: string;
  readonly seat: Partner;
  readonly sharing: Sharing;
  readonly secrets: SecretsPolicy;
}

/** Takes the place of the one before. To be called under `lockEngagement`. */
export async function insertConsent(tx: Db, made: NewConsent, now: Date): Promise<void> {
  await withdrawConsents(tx, made.engagementId, [made.seat], now);
  await tx.insert(therapyConsent).values({ ...made, givenAt: now });
}

/** What somebody who leaves a space had agreed to share there. Gives the engagements it was for. */
export async function withdrawConsentsIn(
  tx: Db,
  spaceId: string,
  seat: Partner,
  now: Date,
): Promise<string[]> {
  const its = tx.select({ id: engagement.id }).from(engagement).where(eq(engagement.spaceId, spaceId));
  const rows = await tx
    .update(therapyConsent)
    .set({ withdrawnAt: now })
    .where(
      and(
        inArray(therapyConsent.engagementId, its),
        eq(therapyConsent.seat, seat),
        isNull(therapyConsent.withdrawnAt),
      ),
    )
    .returning({ engagementId: therapyConsent.engagementId });
  return rows.map(({ engagementId }) => engagementId);
}

/** Gives how many there were. It waits for moves of the therapist that are on their way, and none comes after it. */
export async function withdrawConsents(
  tx: Db,
  engagementId: string,
  seats: readonly Partner[],
  now: Date,
): Promise<number> {
  const rows = await tx
    .update(therapyConsent)
    .set({ withdrawnAt: now })
    .where(
      and(
        eq(therapyConsent.engagementId, engagementId),
        inArray(therapyConsent.seat, [...seats]),
        isNull(therapyConsent.withdrawnAt),
      ),
    )
    .returning({ id: therapyConsent.id });
  return rows.length;
}

/** The work is over; the consents are withdrawn with it. To be called under `lockEngagement`. */
export async function endEngagement(tx: Db, id: string, keptUntil: Date | null, now: Date): Promise<void> {
  await withdrawConsents(tx, id, ["a", "b"], now);
  await deleteWhereabouts(tx, [id]);
  await tx.update(engagement).set({ endedAt: now, keptUntil }).where(eq(engagement.id, id));
}

/** Which of these consents still hold. */
export async function readConsentsInForce(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: therapyConsent.id })
    .from(therapyConsent)
    .innerJoin(engagement, eq(engagement.id, therapyConsent.engagementId))
    .where(
      and(
        inArray(therapyConsent.id, [...ids]),
        isNull(therapyConsent.withdrawnAt),
        isNull(engagement.endedAt),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}
