import { v7 as uuidv7 } from "uuid";
import { type AgreementMade, agreementMade } from "#conversation/agreement-made";
import type { Words } from "#conversation/moves";
import type { Partner } from "#conversation/seats";
import { readVersion } from "#db/agreements";
import type { AgreementToWrite, SealedWording } from "#db/append-agreement";
import type { Db } from "#db/database";
import { readSealedBySeq } from "#db/read-moves";
import { sealWords, type WordsPlace } from "#db/sealed-words";
import type { SealingKey } from "#db/sealing";
import type { LiveConversation } from "./live-conversations";
import { openWords } from "./open-words";

/** Where one wording of an agreement belongs: to the conversation it was agreed to in, or to the register of its space. */
export function wordingPlace(
  spaceId: string,
  conversationId: string | null,
  id: string,
  version: number,
  seat: Partner,
): WordsPlace {
  const what = `agreement:${id}:${version}`;
  return { spaceId, conversationId: conversationId ?? "register", what, seat };
}

/**
 * What accepting the proposal numbered `answers` writes besides the move. Each partner gets a copy of the words, sealed
 * with their own key: erasing one of them leaves the other what both have agreed to (safety.md §3).
 * Null where the words cannot be read: nobody can agree to those.
 */
export async function agreementToWrite(
  db: Db,
  live: LiveConversation,
  answers: number,
): Promise<AgreementToWrite | null> {
  const made = agreementMade(live.state, answers);
  switch (made?.kind) {
    case undefined:
      return null;
    case "keep":
    case "end":
      return { agreement: made.kind, agreementId: made.agreement };
    case "new": {
      const agreementId = uuidv7();
      const wording = await sealWording(db, live, made, { id: agreementId, version: 1 });
      return wording && { agreement: "new", agreementId, sort: made.sort, of: made.of, ...wording };
    }
    case "change": {
      const agreementId = made.agreement;
      // Of one that is not there nothing will be written, whatever the number.
      const version = ((await readVersion(db, live.spaceId, agreementId)) ?? 0) + 1;
      const wording = await sealWording(db, live, made, { id: agreementId, version });
      return wording && { agreement: "change", agreementId, ...wording };
    }
  }
}

async function sealWording(
  db: Db,
  live: LiveConversation,
  { proposal, proposedBy }: Extract<AgreementMade, { readonly proposal: number }>,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<SealedWording | null> {
  const rows = await readSealedBySeq(db, live.id, [proposal]);
  const words = openWords(live, rows)(proposal);
  const [row] = rows;
  if (!row || !words) return null;
  const from = { seq: proposal, by: proposedBy, at: row.recorded.at, words };
  return sealCopies({ keys: live.keys, spaceId: live.spaceId, conversationId: live.id, id, version }, from);
}

/** Where a wording is to be sealed, and with whose keys. */
export interface WordingToSeal {
  /** By seat. */
  readonly keys: ReadonlyMap<string, SealingKey>;
  readonly spaceId: string;
  readonly conversationId: string | null;
  readonly id: string;
  readonly version: number;
}

/** A proposal that was accepted: its number, whose it was, when it was made (ISO 8601) and what it says. */
export interface AcceptedProposal {
  readonly seq: number;
  readonly by: Partner;
  readonly at: string;
  readonly words: Words;
}

/** The proposal's words, once for each of the two. Throws where one of them has no key. */
export function sealCopies(
  { keys, spaceId, conversationId, id, version }: WordingToSeal,
  { seq, by, at, words }: AcceptedProposal,
): SealedWording {
  const copyFor = (seat: Partner) => {
    const key = keys.get(seat);
    if (!key) throw new Error(`Seat ${seat} of space ${spaceId} has no key.`);
    return sealWords(key, wordingPlace(spaceId, conversationId, id, version, seat), words);
  };
  return {
    version,
    proposalSeq: seq,
    proposedBy: by,
    proposedAt: at,
    wordsA: copyFor("a"),
    wordsB: copyFor("b"),
  };
}
