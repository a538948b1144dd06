import { readEngagementsOf } from "#db/engagements";
import { readSummaries } from "#db/shared-summaries";
import type { Reader } from "../couple-seen";
import { isKeptAt } from "../kept-engagement";
import { openSummaries, type Summary } from "./open-summaries";

/**
 * All that a therapist has shared with couples and still has, the oldest first, for what they take out. Of what these
 * quote there are the numbers alone: the words are the couples’ own.
 */
export async function ownSummaries(reader: Reader, personId: string, now: Date): Promise<readonly Summary[]> {
  const all: Summary[] = [];
  for (const row of await readEngagementsOf(reader.db, personId)) {
    if (!isKeptAt(row, now)) continue;
    const place = { spaceId: row.spaceId, reader: { both: null } };
    const opened = await openSummaries(reader, place, await readSummaries(reader.db, [row.id]));
    all.push(...opened.values());
  }
  return all;
}
