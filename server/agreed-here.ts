import type { Seat } from "#conversation/seats";
import { readWordingsFrom } from "#db/agreements";
import type { Db } from "#db/database";
import type { AgreedEntry } from "#wire/events";
import { unsealAgreement } from "./due-agreements";
import type { LiveConversation } from "./live-conversations";

/**
 * What both agreed to in this conversation and whose proposal was taken back with all other words of whoever made it: in
 * the seat's own copy, which is theirs to keep (safety.md §3). Where nothing was taken back the entries have the words.
 */
export async function readAgreed(db: Db, live: LiveConversation, seat: Seat): Promise<AgreedEntry[]> {
  const { withdrawn = [] } = live.roster;
  if (withdrawn.length === 0 || seat === "t") return [];
  const wordings = await readWordingsFrom(db, live.id);
  return wordings
    .filter(({ proposedBy }) => withdrawn.includes(proposedBy))
    .map(({ proposalSeq: seq, ...sealed }) => {
      const words = unsealAgreement(sealed, live.spaceId, seat, live.keys.get(seat));
      return words ? { seq, words } : { seq, unreadable: true };
    });
}
