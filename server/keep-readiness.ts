import { putReadiness } from "#db/readiness";
import { sealWords } from "#db/sealed-words";
import type { ReadyRequest } from "#wire/requests";
import { type Conversations, findPartner } from "./find-partner";
import type { Limits } from "./limits";
import { keyOf } from "./live-conversations";
import type { Outcome, Requester } from "./requester";

/**
 * Keeps what a partner answered to "Ready?", sealed, in a table that nothing but their own page ever looks at: the other
 * learns neither the answers nor that there are any, and the rules do not ask for them (safety.md §2).
 * For the partners of a joint conversation; to everybody else it is as if there were none.
 */
export async function keepReadiness(
  desk: Conversations & { readonly limits: Limits },
  { asking, now }: Requester,
  conversationId: string,
  { stirred, free, goOn }: ReadyRequest,
): Promise<Outcome<Record<string, never>>> {
  const found = asking && (await findPartner(desk, asking.personId, conversationId));
  if (!found) return { ok: false, refusal: { kind: "not-found" } };
  const { live, seat } = found;
  const retryAfterMs = await desk.limits.draftsPerSeat.take(`ready:${conversationId}:${seat}`);
  if (retryAfterMs > 0) return { ok: false, refusal: { kind: "slow-down", retryAfterMs } };
  const place = { spaceId: live.spaceId, conversationId, what: "ready", seat };
  const answers = sealWords(keyOf(live, seat), place, { stirred, free });
  await putReadiness(desk.db, { conversationId, seat, answers, wentOn: goOn, at: now });
  return { ok: true, answer: {} };
}
