import type { QuotableAnswer } from "#wire/answers";
import { guideFor } from "../../guide-for";
import type { Outcome, Requester } from "../../requester";
import type { Reader } from "../couple-seen";
import { fieldsIn } from "./quotes";
import { quotableFor } from "./read-summaries";

const NOT_FOUND: Outcome<never> = { ok: false, refusal: { kind: "not-found" } };

/** What a summary may quote of one conversation, with the questions in the requester’s language. */
export async function quotableMoves(
  reader: Reader,
  { asking, locale, now }: Requester,
  named: { readonly engagementId: string; readonly conversationId: string },
): Promise<Outcome<QuotableAnswer>> {
  const found = asking && (await quotableFor(reader, asking, named, now));
  if (!found) return NOT_FOUND;
  const { guide } = found;
  const moves = found.moves.map(({ seq, seat, at, words, asked: question }) => {
    const fields = fieldsIn(guide, question, locale);
    return { seq, seat, at, words, fields };
  });
  return { ok: true, answer: { title: guideFor(guide, locale).title, moves } };
}
