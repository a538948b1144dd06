import { v7 as uuidv7 } from "uuid";
import { lastsAs } from "#conversation/agreements";
import type { Place } from "#conversation/keeping/decide-keeping";
import type { KeepingStructure } from "#conversation/keeping/keepings";
import type { OpenProposal } from "#conversation/keeping/register";
import type { KeepingToAppend } from "#db/append-keeping";
import type { Db } from "#db/database";
import { readSealedKeeping } from "#db/read-keepings";
import { unsealWords } from "#db/sealed-words";
import { type AcceptedProposal, sealCopies } from "../agreement-to-write";
import { keepingPlace } from "./keeping-place";
import type { SeatKeys } from "./space-keys";

/** A space, with what seals its words. */
export interface SealedPlace {
  readonly db: Db;
  readonly spaceId: string;
  readonly keys: SeatKeys;
}

/** What storing a keeping asks of an agreement, and does to one. */
export type WithAgreement = Pick<KeepingToAppend, "about" | "writes">;

/**
 * What a keeping that the rules have accepted is about, and what it writes besides itself.
 * Null where it says yes to words that cannot be read: nobody can agree to those.
 */
export async function keptToWrite(
  sealed: SealedPlace,
  place: Place,
  keeping: KeepingStructure,
): Promise<WithAgreement | null> {
  switch (keeping.kind) {
    case "accept": {
      const proposal = place.register.open.find(({ seq }) => seq === keeping.answers);
      return proposal ? ofAcceptance(sealed, proposal) : null;
    }
    case "end": {
      const agreementId = keeping.agreement;
      return { about: { agreementId, version: null }, writes: { agreement: "end-alone", agreementId } };
    }
    case "propose":
    case "crossed":
    case "report":
    case "reached":
    case "how-was-it":
      return { about: { agreementId: keeping.agreement, version: keeping.version } };
    default:
      return {};
  }
}

async function ofAcceptance(sealed: SealedPlace, proposal: OpenProposal): Promise<WithAgreement | null> {
  const { keys, spaceId } = sealed;
  if (proposal.kind === "offer") {
    const from = await readProposal(sealed, proposal);
    const agreementId = uuidv7();
    const wording =
      from && sealCopies({ keys, spaceId, conversationId: null, id: agreementId, version: 1 }, from);
    const { sort, of } = proposal;
    return wording && { writes: { agreement: "new", agreementId, sort: lastsAs(sort), of, ...wording } };
  }
  const { agreement: agreementId, change } = proposal;
  const about = { agreementId, version: proposal.version };
  switch (change) {
    case "pause":
      return { about };
    case "keep":
    case "end":
      return { about, writes: { agreement: change, agreementId } };
    case "change": {
      const from = await readProposal(sealed, proposal);
      const version = proposal.version + 1;
      const wording =
        from && sealCopies({ keys, spaceId, conversationId: null, id: agreementId, version }, from);
      return wording && { about, writes: { agreement: "change", agreementId, ...wording } };
    }
  }
}

async function readProposal(
  { db, spaceId, keys }: SealedPlace,
  { seq, by }: OpenProposal,
): Promise<AcceptedProposal | null> {
  const stored = await readSealedKeeping(db, spaceId, seq);
  if (!stored?.words) return null;
  const { keepingId, at } = stored.recorded;
  const words = unsealWords(keys.get(by), keepingPlace(spaceId, keepingId, by), stored.words);
  return words && { seq, by, at, words };
}
