import type { Refusal } from "#conversation/refusals";
import type { Seat } from "#conversation/seats";
import { lengthOf, MOST_CHARACTERS } from "#conversation/words";
import type { Db } from "#db/database";
import { deleteDraft, deleteSeenDraft, putDraft } from "#db/drafts";
import { findSeat } from "#db/members";
import { sealWords } from "#db/sealed-words";
import type { Asking } from "#db/sign-ins";
import type { DraftRequest } from "#wire/events";
import { inTurn, keyOf, type LiveConversations } from "./live-conversations";

/** A draft may be longer than a move: whoever typed too much loses nothing while they shorten it. */
const MOST_DRAFT_CHARACTERS = 2 * MOST_CHARACTERS;

export type KeptDraft =
  | { readonly ok: true; readonly seat: Seat }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Keeps what somebody has begun to write, sealed, for them alone, and for the device they write on; null words
 * mean there is nothing left of it. With `instead` it takes the place of what another device of theirs had.
 * Waits its turn among the moves, so that a draft sent before its move can not outlive it.
 */
export async function keepDraft(
  { db, live: conversations }: { readonly db: Db; readonly live: LiveConversations },
  { tokenHash, signInId }: Pick<Asking, "tokenHash" | "signInId">,
  { conversationId, slot, words, instead }: DraftRequest,
  now: Date,
): Promise<KeptDraft> {
  // Before anything is looked up: a stranger must not learn from it that there is such a conversation.
  if (words && lengthOf(words) > MOST_DRAFT_CHARACTERS)
    return { ok: false, refusal: { kind: "too-long", limit: MOST_DRAFT_CHARACTERS } };
  const live = await conversations.load(conversationId);
  if (!live) return { ok: false, refusal: { kind: "not-a-member" } };
  return inTurn(live, async () => {
    const seat = await findSeat(db, conversationId, tokenHash, now);
    if (!seat) return { ok: false, refusal: { kind: "not-a-member" } };
    const writer = { seat, signInId };
    if (words) {
      const place = { spaceId: live.spaceId, conversationId, what: `draft:${slot}`, seat };
      const sealed = sealWords(keyOf(live, seat), place, words);
      await putDraft(db, conversationId, writer, { slot, words: sealed }, now);
    } else await deleteDraft(db, conversationId, writer, slot);
    if (instead) await deleteSeenDraft(db, conversationId, writer, slot, new Date(instead));
    return { ok: true, seat };
  });
}
