import type { BothSharing } from "#conversation/therapy/sharing";
import { lockEngagement } from "#db/engagements";
import { sealWords } from "#db/sealed-words";
import { insertSummary, type QuotedMove, withdrawSummary } from "#db/shared-summaries";
import type { KeptAnswer } from "#wire/answers";
import type { AnyRefusal } from "#wire/refusals";
import { type SummaryRequest, summaryIdSchema } from "#wire/requests";
import { readKeysOfSpace } from "../../lasting/space-keys";
import { idIn } from "../../own-space";
import type { Outcome, Requester } from "../../requester";
import { stillShared } from "../couple-seen";
import { ownEngagement } from "../one-engagement";
import type { TherapyDesk } from "../tell-of-consents";
import { sharedIn } from "../therapists";
import { quotableIn } from "./quotes";
import { LONGEST_SUMMARY, summaryPlace } from "./summary-words";

const refuse = (refusal: AnyRefusal): Outcome<never> => ({ ok: false, refusal });
const NOT_FOUND = refuse({ kind: "not-found" });

type Desk = Pick<TherapyDesk, "db" | "ring" | "live" | "limits">;

/**
 * Shares a summary with both partners at once (Y12). Sent twice it is shared once. Without the consent of both, for anybody
 * but their therapist, and where it quotes what one of the three may not read (Y13), refused as unknown: a refusal tells
 * nothing of what is there.
 */
export async function shareSummary(
  desk: Desk,
  { asking, now }: Requester,
  engagementId: string,
  { summaryId, text, quotes }: SummaryRequest,
): Promise<Outcome<KeptAnswer>> {
  const row = asking && (await ownEngagement(desk, asking, engagementId));
  const both = row && sharedIn(row);
  if (!asking || !row || !both) return NOT_FOUND;
  const retryAfterMs = await desk.limits.draftsPerSeat.take(`summary:${asking.personId}`);
  if (retryAfterMs > 0) return refuse({ kind: "slow-down", retryAfterMs });
  if (text.length > LONGEST_SUMMARY) return refuse({ kind: "too-long", limit: LONGEST_SUMMARY });
  const { spaceId } = row;
  if (!(await mayQuoteAll(desk, { spaceId, both }, quotes))) return NOT_FOUND;
  const id = idIn(engagementId, summaryId);
  const isDone = await desk.db.transaction(async (tx) => {
    const locked = await lockEngagement(tx, engagementId);
    // By the same two consents: what may be quoted is what they give.
    if (locked?.therapistId !== asking.personId || !stillShared(row, locked)) return false;
    const key = (await readKeysOfSpace(tx, desk.ring, spaceId)).get("t");
    if (!key) return false;
    const words = sealWords(key, summaryPlace(spaceId, id), { text });
    await insertSummary(tx, { id, engagementId, words, quotes, at: now });
    return true;
  });
  return isDone ? { ok: true, answer: { id } } : NOT_FOUND;
}

/** From here on neither partner reads it any more (Y12). Its author may at any time, whatever is shared. */
export async function takeSummaryBack(
  { db }: Pick<TherapyDesk, "db">,
  { asking, now }: Requester,
  engagementId: string,
  summaryId: string,
): Promise<Outcome<Record<string, never>>> {
  if (!asking || !summaryIdSchema.safeParse(summaryId).success) return NOT_FOUND;
  if (!(await ownEngagement({ db }, asking, engagementId))) return NOT_FOUND;
  const isGone = await withdrawSummary(db, { id: summaryId, engagementId }, now);
  return isGone ? { ok: true, answer: {} } : NOT_FOUND;
}

async function mayQuoteAll(
  desk: Desk,
  couple: { readonly spaceId: string; readonly both: BothSharing },
  quotes: readonly QuotedMove[],
): Promise<boolean> {
  for (const conversationId of new Set(quotes.map((quote) => quote.conversationId))) {
    const wanted = quotes.flatMap((quote) => (quote.conversationId === conversationId ? [quote.seq] : []));
    const there = await quotableIn(desk, couple, conversationId, wanted);
    const seqs = new Set(there?.moves.map(({ seq }) => seq));
    if (!wanted.every((seq) => seqs.has(seq))) return false;
  }
  return true;
}
