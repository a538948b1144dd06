import type { ProposalSort } from "#conversation/agreements";
import type { Field, Guide } from "#conversation/guide";
import { agreementFieldsIn } from "#conversation/guides/in-language";
import type { Words } from "#conversation/moves";
import { type Entry, type Reader, stepOf } from "#conversation/seat-view";
import type { Seat } from "#conversation/seats";
import type { State } from "#conversation/state";
import { type Quotable, quotable, quotesSeenBy } from "#conversation/therapy/quotes";
import { type Access, accessTo, type BothSharing } from "#conversation/therapy/sharing";
import { readSealed, readSealedBySeq } from "#db/read-moves";
import type { QuotedMove } from "#db/shared-summaries";
import { guideFor } from "../../guide-for";
import type { LiveConversation } from "../../live-conversations";
import type { ReadingLocale } from "../../locale-of";
import { openWords } from "../../open-words";
import type { Reader as TherapyReader } from "../couple-seen";

type Conversations = Pick<TherapyReader, "db" | "live">;

/** In which step it was said; of an offer, of which sort it was. */
interface Asked {
  readonly stepId: string;
  readonly sort: ProposalSort | null;
}

/** A quote, as somebody reads it (Y14). Where there are no words it is told why, as far as it may be. */
export interface Quote extends QuotedMove {
  /** What it was said in; null, like `seat` and `at`, where its reader may not know. */
  readonly guide: Guide | null;
  readonly seat: Seat | null;
  readonly at: string | null;
  readonly asked: Asked | null;
  readonly words: Words | null;
  /** Whoever wrote it has taken it back. */
  readonly isGone: boolean;
}

/** A conversation that both share, with what a summary may quote of it. */
export interface QuotableIn {
  readonly guide: Guide;
  readonly moves: readonly (Quotable & { readonly asked: Asked | null })[];
}

/**
 * What a summary may quote of a conversation of this couple (Y13), in its order; null where it is none that both share.
 * @param only these numbers alone
 */
export async function quotableIn(
  { db, live: conversations }: Conversations,
  { spaceId, both }: { readonly spaceId: string; readonly both: BothSharing },
  conversationId: string,
  only?: readonly number[],
): Promise<QuotableIn | null> {
  const [live] = await conversations.loadMany([conversationId]);
  // By its space: “later ones” would reach any conversation there is.
  const access = live?.spaceId === spaceId ? accessTo(both, conversationId) : null;
  if (!live || !access) return null;
  const sealed = only
    ? await readSealedBySeq(db, live.id, only)
    : await readSealed(db, live.id, access.from - 1);
  const known = sealed.filter(({ recorded }) => recorded.seq <= live.state.head);
  const moves = quotable(
    live.state,
    known.map(({ recorded }) => recorded),
    access,
    openWords(live, known),
  );
  return {
    guide: live.guide,
    moves: moves.filter(isSaid).map((move) => ({ ...move, asked: askedIn(live.state, move) })),
  };
}

/** From which place somebody reads quotes: a partner’s seat, or as a therapist by what both share now. */
export type QuoteReader = "a" | "b" | { readonly both: BothSharing | null };

/** What somebody reads of these quotes now. The number of queries grows with the conversations that are quoted. */
export async function readQuotes(
  { db, live: conversations }: Conversations,
  { spaceId, reader }: { readonly spaceId: string; readonly reader: QuoteReader },
  quotes: readonly QuotedMove[],
): Promise<(quote: QuotedMove) => Quote> {
  const ids = [...new Set(quotes.map(({ conversationId }) => conversationId))];
  const lives = (await conversations.loadMany(ids)).filter((live) => live.spaceId === spaceId);
  const read = new Map<string, Quote>();
  for (const live of lives) {
    const place = readerOf(reader, live);
    if (!place) continue;
    const seqs = quotes.flatMap(({ conversationId, seq }) => (conversationId === live.id ? [seq] : []));
    const sealed = await readSealedBySeq(db, live.id, seqs);
    const entries = quotesSeenBy(
      live.state,
      sealed.map(({ recorded }) => recorded),
      place,
      openWords(live, sealed),
    );
    for (const entry of entries) {
      const { seq, seat, at, words = null, withdrawn: isGone = false } = entry;
      const quoted = { conversationId: live.id, seq };
      const asked = askedIn(live.state, entry);
      read.set(nameOf(quoted), { ...quoted, guide: live.guide, seat, at, asked, words, isGone });
    }
  }
  return (quote) => read.get(nameOf(quote)) ?? { ...quote, ...UNKNOWN };
}

/** The questions that were asked, in the language of the reader; none where somebody simply spoke. */
export function fieldsIn(guide: Guide | null, asked: Asked | null, locale: ReadingLocale): readonly Field[] {
  const step = guide && asked ? guideFor(guide, locale).steps.find(({ id }) => id === asked.stepId) : null;
  switch (step?.kind) {
    case "write":
    case "settle":
      return step.fields;
    case "review":
      return asked?.sort ? (step.questions ?? agreementFieldsIn(locale))[asked.sort] : [];
    default:
      return [];
  }
}

const UNKNOWN = { guide: null, seat: null, at: null, asked: null, words: null, isGone: false } as const;

const nameOf = ({ conversationId, seq }: QuotedMove): string => `${conversationId} ${seq}`;

/** Null where there is nothing of it for them: a therapist without access, or a partner who has left. */
function readerOf(reader: QuoteReader, live: LiveConversation): Reader | null {
  if (typeof reader === "string") return live.roster.left?.includes(reader) ? null : reader;
  const access: Access | null = reader.both && accessTo(reader.both, live.id);
  return access && { seat: "t", access };
}

/** Whoever passed on a question has said nothing that could be quoted. */
const isSaid = ({ words }: Quotable): boolean => words.passed !== true;

function askedIn(state: State, move: Entry): Asked | null {
  const step = stepOf(state, move.seq)?.progress.step;
  return step ? { stepId: step.id, sort: move.kind === "propose" ? move.sort : null } : null;
}
