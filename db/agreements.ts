import { and, asc, desc, eq, inArray, isNull, ne } from "drizzle-orm";
import type { ProposalSort } from "#conversation/agreements";
import type { Partner } from "#conversation/seats";
import type { Db } from "./database";
import { agreement, agreementVersion } from "./schema";

/** One wording of an agreement, still sealed: the same words for each of the two. */
export interface SealedAgreement {
  readonly id: string;
  readonly sort: ProposalSort;
  readonly of: Partner;
  readonly version: number;
  /** When both first agreed to it, in whatever words. */
  readonly createdAt: Date;
  /** When both last said to keep or to change it. */
  readonly reviewedAt: Date | null;
  /** The conversation in which these words were agreed to; null where that was on the pages of what lasts. */
  readonly conversationId: string | null;
  readonly wordsA: Uint8Array;
  readonly wordsB: Uint8Array;
}

const columns = {
  id: agreement.id,
  sort: agreement.sort,
  of: agreement.ofSeat,
  version: agreementVersion.version,
  createdAt: agreement.createdAt,
  reviewedAt: agreement.reviewedAt,
  conversationId: agreementVersion.conversationId,
  wordsA: agreementVersion.wordsA,
  wordsB: agreementVersion.wordsB,
};

/** The agreements of a space that hold, the oldest first, in the words that hold. */
export function readHolding(db: Db, spaceId: string): Promise<SealedAgreement[]> {
  return db
    .select(columns)
    .from(agreement)
    .innerJoin(
      agreementVersion,
      and(eq(agreementVersion.agreementId, agreement.id), eq(agreementVersion.version, agreement.version)),
    )
    .where(and(eq(agreement.spaceId, spaceId), isNull(agreement.endedAt)))
    .orderBy(asc(agreement.id));
}

/** The same of several spaces, in one query. */
export function readHoldingIn(
  db: Db,
  spaceIds: readonly string[],
): Promise<(SealedAgreement & { readonly spaceId: string })[]> {
  if (spaceIds.length === 0) return Promise.resolve([]);
  return db
    .select({ ...columns, spaceId: agreement.spaceId })
    .from(agreement)
    .innerJoin(
      agreementVersion,
      and(eq(agreementVersion.agreementId, agreement.id), eq(agreementVersion.version, agreement.version)),
    )
    .where(and(inArray(agreement.spaceId, [...spaceIds]), isNull(agreement.endedAt)))
    .orderBy(asc(agreement.id));
}

/**
 * These agreements of a space, ended ones too, in the newest words that were not made in the conversation which looks
 * at them: what it looks at stays as it was, whatever it comes to.
 */
export function readLookedAt(
  db: Db,
  spaceId: string,
  conversationId: string,
  ids: readonly string[],
): Promise<SealedAgreement[]> {
  return db
    .selectDistinctOn([agreement.id], columns)
    .from(agreement)
    .innerJoin(agreementVersion, eq(agreementVersion.agreementId, agreement.id))
    .where(
      and(
        eq(agreement.spaceId, spaceId),
        inArray(agreement.id, [...ids]),
        ne(agreementVersion.conversationId, conversationId),
      ),
    )
    .orderBy(asc(agreement.id), desc(agreementVersion.version));
}

/** Every wording that was agreed to in a conversation, still sealed, and the proposal it comes from. */
export function readWordingsFrom(db: Db, conversationId: string) {
  return db
    .select({
      id: agreementVersion.agreementId,
      version: agreementVersion.version,
      conversationId: agreementVersion.conversationId,
      proposalSeq: agreementVersion.proposalSeq,
      proposedBy: agreementVersion.proposedBy,
      wordsA: agreementVersion.wordsA,
      wordsB: agreementVersion.wordsB,
    })
    .from(agreementVersion)
    .where(eq(agreementVersion.conversationId, conversationId))
    .orderBy(asc(agreementVersion.acceptedSeq));
}

/** Every agreement of a space, ended ones too, with every wording, still sealed: one row for each, the oldest first. */
export function readWordings(db: Db, spaceId: string) {
  return db
    .select({
      id: agreement.id,
      sort: agreement.sort,
      of: agreement.ofSeat,
      createdAt: agreement.createdAt,
      reviewedAt: agreement.reviewedAt,
      endedAt: agreement.endedAt,
      endedBy: agreement.endedBy,
      version: agreementVersion.version,
      conversationId: agreementVersion.conversationId,
      proposedBy: agreementVersion.proposedBy,
      proposedAt: agreementVersion.proposedAt,
      acceptedBy: agreementVersion.acceptedBy,
      acceptedAt: agreementVersion.acceptedAt,
      wordsA: agreementVersion.wordsA,
      wordsB: agreementVersion.wordsB,
    })
    .from(agreement)
    .innerJoin(agreementVersion, eq(agreementVersion.agreementId, agreement.id))
    .where(eq(agreement.spaceId, spaceId))
    .orderBy(asc(agreement.id), asc(agreementVersion.version));
}

/** Which words of an agreement hold; null where this space has no such agreement. */
export async function readVersion(db: Db, spaceId: string, id: string): Promise<number | null> {
  const [row] = await db
    .select({ version: agreement.version })
    .from(agreement)
    .where(and(eq(agreement.id, id), eq(agreement.spaceId, spaceId)));
  return row?.version ?? null;
}
