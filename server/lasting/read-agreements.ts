import type { Partner } from "#conversation/seats";
import { readWordings } from "#db/agreements";
import type { Db } from "#db/database";
import type { SealingKey } from "#db/sealing";
import { unsealAgreement } from "../due-agreements";
import type { LastingOne, Wording } from "./lasting-view";

/** Where somebody reads: a space, and the seat and key whose copies are opened. */
export interface ReadersPlace {
  readonly spaceId: string;
  readonly seat: Partner;
  readonly key: SealingKey | undefined;
}

type WordingRow = Awaited<ReturnType<typeof readWordings>>[number];

/** Every agreement of a space with every wording, in one's own copies. */
export function toAgreements(rows: readonly WordingRow[], place: ReadersPlace): LastingOne[] {
  const found = new Map<string, LastingOne & { readonly wordings: Wording[] }>();
  for (const row of rows) {
    const { id, sort, of, createdAt, reviewedAt, endedAt, endedBy } = row;
    const one = found.get(id) ?? { id, sort, of, createdAt, reviewedAt, endedAt, endedBy, wordings: [] };
    found.set(id, one);
    one.wordings.push(toWording(row, place));
  }
  return [...found.values()];
}

/** The same, read now: one query. */
export async function readAgreements(db: Db, place: ReadersPlace): Promise<LastingOne[]> {
  return toAgreements(await readWordings(db, place.spaceId), place);
}

function toWording(row: WordingRow, { spaceId, seat, key }: ReadersPlace): Wording {
  const { version, proposedBy, proposedAt, acceptedBy, acceptedAt, conversationId } = row;
  const words = unsealAgreement(row, spaceId, seat, key);
  return { version, proposedBy, proposedAt, acceptedBy, acceptedAt, conversationId, words };
}
