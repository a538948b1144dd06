import type { Refusal } from "#conversation/refusals";
import { lengthOf, MOST_CHARACTERS } from "#conversation/words";
import type { Db } from "#db/database";
import { deleteDraft, putDraft } from "#db/drafts";
import { findSeat } from "#db/members";
import { sealWords } from "#db/sealed-words";
import type { DraftRequest } from "#wire/events";
import { inTurn, keyOf, type LiveConversations } from "./live-conversations";

/** A draft may be longer than a move: whoever typed too much loses nothing while they shorten it. */
const MOST_DRAFT_CHARACTERS = 2 * MOST_CHARACTERS;

/**
 * Keeps what somebody has begun to write, sealed, for them alone; null words mean there is nothing left of it.
 * Waits its turn among the moves, so that a draft sent before its move can not outlive it.
 */
export async function keepDraft(
  { db, live: conversations }: { readonly db: Db; readonly live: LiveConversations },
  tokenHash: Uint8Array,
  { conversationId, slot, words }: DraftRequest,
  now: Date,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }> {
  // Before anything is looked up: a stranger must not learn from it that there is such a conversation.
  if (words && lengthOf(words) > MOST_DRAFT_CHARACTERS)
    return { ok: false, refusal: { kind: "too-long", limit: MOST_DRAFT_CHARACTERS } };
  const live = await conversations.load(conversationId);
  if (!live) return { ok: false, refusal: { kind: "not-a-member" } };
  return inTurn(live, async () => {
    const seat = await findSeat(db, conversationId, tokenHash, now);
    if (!seat) return { ok: false, refusal: { kind: "not-a-member" } };
    if (words) {
      const place = { spaceId: live.spaceId, conversationId, what: `draft:${slot}`, seat };
      const sealed = sealWords(keyOf(live, seat), place, words);
      await putDraft(db, conversationId, seat, { slot, words: sealed }, now);
    } else await deleteDraft(db, conversationId, seat, slot);
    return { ok: true };
  });
}
