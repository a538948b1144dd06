import type { SealedSummary } from "#db/shared-summaries";
import { readKeysOfSpace } from "../../lasting/space-keys";
import type { Reader } from "../couple-seen";
import { type Quote, type QuoteReader, readQuotes } from "./quotes";
import { openSummary } from "./summary-words";

/** A summary, as somebody reads it now. */
export interface Summary {
  readonly id: string;
  readonly engagementId: string;
  readonly at: Date;
  /** Its author has taken it back: partners read no more of it than that. */
  readonly withdrawnAt: Date | null;
  /** Null where it was taken back, or cannot be opened. */
  readonly text: string | null;
  readonly quotes: readonly Quote[];
}

/** Those that can be read from this place, by id. */
export async function openSummaries(
  reader: Reader,
  place: { readonly spaceId: string; readonly reader: QuoteReader },
  sealed: readonly SealedSummary[],
): Promise<ReadonlyMap<string, Summary>> {
  if (sealed.length === 0) return new Map();
  const [keys, quoteOf] = await Promise.all([
    readKeysOfSpace(reader.db, reader.ring, place.spaceId),
    readQuotes(
      reader,
      place,
      sealed.flatMap(({ quotes }) => quotes),
    ),
  ]);
  return new Map(
    sealed.map((one) => [
      one.id,
      {
        ...aboutOf(one),
        text: openSummary(one, place.spaceId, keys.get("t")),
        quotes: one.quotes.map(quoteOf),
      },
    ]),
  );
}

/** What is told of a summary also where it was taken back. */
export function aboutOf({ id, engagementId, at, withdrawnAt }: SealedSummary) {
  return { id, engagementId, at, withdrawnAt };
}
