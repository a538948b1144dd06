import type { ProposalSort } from "#conversation/agreements";
import type { KeepingStructure } from "#conversation/keeping/keepings";
import type { Words } from "#conversation/moves";
import type { Partner } from "#conversation/seats";
import { readWordings } from "#db/agreements";
import type { Db } from "#db/database";
import type { KeyRing } from "#db/key-ring";
import { readOpened } from "#db/opened-keepings";
import { readSealedKeepings, type SealedKeeping } from "#db/read-keepings";
import type { LastingOne } from "../lasting/lasting-view";
import { placeOf } from "../lasting/place-of";
import { toAgreements } from "../lasting/read-agreements";
import { partnerReads, readByNumber } from "../lasting/read-lasting";
import { readKeysOfSpace } from "../lasting/space-keys";

/** One wording of an agreement, in the person's own copy. Instants are ISO 8601. */
export interface AgreementRecord {
  readonly id: string;
  readonly sort: ProposalSort;
  readonly of: Partner;
  readonly version: number;
  /** Null where it was agreed to on the pages of what lasts. */
  readonly conversationId: string | null;
  readonly proposedBy: Partner;
  readonly proposedAt: string;
  readonly acceptedBy: Partner;
  readonly acceptedAt: string;
  readonly endedAt: string | null;
  /** Who ended it alone; null where both did. */
  readonly endedBy: Partner | null;
  /** Null where they cannot be opened. */
  readonly words: Words | null;
}

/** Something one of the two did about what lasts, with the words that the person may read. */
export interface KeepingRecord {
  readonly seq: number;
  readonly by: Partner;
  readonly at: string;
  readonly kept: KeepingStructure;
  readonly words?: Words;
  readonly unreadable?: true;
  /** The person has opened this letter or appreciation. */
  readonly opened?: true;
}

/** What lasts in a space, as it is taken out. */
export interface LastingRecord {
  readonly agreements: readonly AgreementRecord[];
  readonly keepings: readonly KeepingRecord[];
}

/** Reads what lasts in a space for one of its two. */
export async function lastingRecord(
  { db, ring }: { readonly db: Db; readonly ring: KeyRing },
  spaceId: string,
  seat: Partner,
): Promise<LastingRecord> {
  const [keys, wordings, sealed, opened] = await Promise.all([
    readKeysOfSpace(db, ring, spaceId),
    readWordings(db, spaceId),
    readSealedKeepings(db, spaceId),
    readOpened(db, spaceId, seat),
  ]);
  const agreements = toAgreements(wordings, { spaceId, seat, key: keys.get(seat) });
  const kept = sealed.map(({ recorded }) => recorded);
  const { register } = placeOf(agreements, kept, false);
  const reads = readByNumber(sealed, register, { spaceId, keys, reads: partnerReads(seat) });
  return {
    agreements: agreements.flatMap(wordingRecords),
    keepings: sealed.flatMap((one) => {
      const read = reads.get(one.recorded.seq);
      if (!read) return [];
      const { words, unreadable } = read;
      return {
        ...keepingRecord(one),
        ...(words && { words }),
        ...(unreadable && { unreadable }),
        ...(opened.includes(one.recorded.seq) && { opened: true as const }),
      };
    }),
  };
}

/** Every wording of an agreement. */
export function wordingRecords({ id, sort, of, endedAt, endedBy, wordings }: LastingOne): AgreementRecord[] {
  return wordings.map(
    ({ version, conversationId, proposedBy, proposedAt, acceptedBy, acceptedAt, words }) => ({
      id,
      sort,
      of,
      version,
      conversationId,
      proposedBy,
      proposedAt: proposedAt.toISOString(),
      acceptedBy,
      acceptedAt: acceptedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      endedBy,
      words,
    }),
  );
}

function keepingRecord({ recorded }: SealedKeeping): KeepingRecord {
  const { seq, seat, at, keepingId: _id, ...kept } = recorded;
  return { seq, by: seat, at, kept: kept as KeepingStructure }; // what is left of a recorded one is its structure
}
