import type { WordsOf } from "#conversation/seat-view";
import type { SealedMove } from "#db/read-moves";
import { unsealWords } from "#db/sealed-words";
import type { LiveConversation } from "./live-conversations";

/** Opens the words of these moves, each only when it is asked for: what a seat may not read stays sealed. */
export function openWords(live: LiveConversation, moves: readonly SealedMove[]): WordsOf {
  const bySeq = new Map(moves.map((move) => [move.recorded.seq, move]));
  return (seq) => {
    const move = bySeq.get(seq);
    if (!move?.words) return undefined;
    const { seat, moveId } = move.recorded;
    const place = { spaceId: live.spaceId, conversationId: live.id, what: moveId, seat };
    return unsealWords(live.keys.get(seat), place, move.words);
  };
}
