import type { Guide } from "#conversation/guide";
import { isDue } from "#conversation/is-due";
import type { Words } from "#conversation/moves";
import type { DueAgreement, Partner, Seat } from "#conversation/seats";
import { readHolding, readLookedAt, type SealedAgreement } from "#db/agreements";
import type { Db } from "#db/database";
import { unsealWords } from "#db/sealed-words";
import type { SealingKey } from "#db/sealing";
import type { DueEntry } from "#wire/events";
import { wordingPlace } from "./agreement-to-write";
import type { LiveConversation } from "./live-conversations";
import type { StartingPlace } from "./starting-place";

/** What a review that begins now will look at (E1), by the opener's own copies; nothing where a guide has none. */
export async function findDue(
  db: Db,
  guide: Guide,
  { spaceId, newSpace, seat, key }: StartingPlace,
  now: Date,
): Promise<DueAgreement[]> {
  if (newSpace || guide.steps.every(({ kind }) => kind !== "review")) return [];
  const today = now.toISOString().slice(0, "2027-03-01".length);
  const holding = await readHolding(db, spaceId);
  return holding
    .filter((one) => isDue(one.sort, unsealAgreement(one, spaceId, seat, key) ?? {}, today))
    .map(({ id, sort, of }) => ({ id, sort, of }));
}

/** The agreements that a review looks at, in the seat's own copies; none where the guide has no review. */
export async function readDue(db: Db, live: LiveConversation, seat: Seat): Promise<DueEntry[]> {
  const { due = [] } = live.roster;
  if (due.length === 0 || seat === "t") return [];
  const ids = due.map(({ id }) => id);
  const sealed = await readLookedAt(db, live.spaceId, live.id, ids);
  const byId = new Map(sealed.map((one) => [one.id, one]));
  return due.map((agreement) => {
    const one = byId.get(agreement.id);
    const words = one && unsealAgreement(one, live.spaceId, seat, live.keys.get(seat));
    return words ? { ...agreement, words } : { ...agreement, unreadable: true };
  });
}

/** The words of an agreement, from the copy of one seat; null where it cannot be opened. */
export function unsealAgreement(
  {
    id,
    version,
    conversationId,
    wordsA,
    wordsB,
  }: Pick<SealedAgreement, "id" | "version" | "conversationId" | "wordsA" | "wordsB">,
  spaceId: string,
  seat: Partner,
  key: SealingKey | undefined,
): Words | null {
  return unsealWords(
    key,
    wordingPlace(spaceId, conversationId, id, version, seat),
    seat === "a" ? wordsA : wordsB,
  );
}
