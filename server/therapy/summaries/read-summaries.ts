import { accessTo, type BothSharing } from "#conversation/therapy/sharing";
import { noteAccesses } from "#db/access-log";
import { readEngagementsIn } from "#db/engagements";
import { readMembersIn } from "#db/members";
import { readSummaries, type SealedSummary } from "#db/shared-summaries";
import type { Asking } from "#db/sign-ins";
import { readSpace } from "#db/spaces";
import { conversationIdSchema, spaceIdSchema } from "#wire/requests";
import { type CoupleSeen, coupleSeen, type Reader, stillShared } from "../couple-seen";
import { keptEngagement } from "../kept-engagement";
import { ownEngagement } from "../one-engagement";
import { type SharedConversation, sharedConversations } from "../shared-conversations";
import { sharedIn } from "../therapists";
import { aboutOf, openSummaries, type Summary } from "./open-summaries";
import { type QuotableIn, quotableIn } from "./quotes";

/** The same for one of the couple: by whom. */
export interface SummaryForPartner extends Summary {
  /** Empty once they have erased everything of theirs. */
  readonly by: string;
}

/** What a therapist has shared with one couple, and what they can quote from. */
export interface SummariesOfWork {
  readonly couple: CoupleSeen;
  /** The newest first. */
  readonly summaries: readonly Summary[];
  /** The conversations that both share; null where nothing is shared, and nothing can be written. */
  readonly conversations: readonly SharedConversation[] | null;
}

/** As many conversations as a page shows. */
const MOST = 100;

/** All summaries for one of a couple, the newest first; null for a stranger, and for an unknown space. */
export async function summariesForPartner(
  reader: Reader,
  personId: string,
  spaceId: string,
): Promise<readonly SummaryForPartner[] | null> {
  const space = spaceIdSchema.safeParse(spaceId).success
    ? await readSpace(reader.db, personId, spaceId)
    : null;
  if (!space) return null;
  const engagements = await readEngagementsIn(reader.db, [spaceId]);
  const sealed = await readSummaries(
    reader.db,
    engagements.map(({ id }) => id),
  );
  const names = new Map(engagements.map(({ id, profile }) => [id, profile?.name ?? ""]));
  // What was taken back is not even opened.
  const standing = sealed.filter(({ withdrawnAt }) => withdrawnAt === null);
  const opened = await openSummaries(reader, { spaceId, reader: space.seat }, standing);
  return sealed.toReversed().map((one) => ({
    ...(opened.get(one.id) ?? { ...aboutOf(one), text: null, quotes: [] }),
    by: names.get(one.engagementId) ?? "",
  }));
}

/**
 * A therapist’s own summaries, with of what they quote as much as they may read now (Y14); what is read of conversations is
 * written down first. Null for an unknown engagement, for everybody else’s, and once their copy is gone.
 */
export async function summariesOfWork(
  reader: Reader,
  asking: Asking,
  engagementId: string,
  now: Date,
): Promise<SummariesOfWork | null> {
  const row = await keptEngagement(reader.db, asking, engagementId, now);
  if (!row) return null;
  const { spaceId } = row;
  const both = sharedIn(row);
  const [sealed, members] = await Promise.all([
    readSummaries(reader.db, [engagementId]),
    readMembersIn(reader.db, [spaceId]),
  ]);
  await noteQuoted(reader, { engagementId, both }, sealed, now);
  const opened = await openSummaries(reader, { spaceId, reader: { both } }, sealed);
  const conversations = both && ((await sharedConversations(reader, [row], MOST)).get(engagementId) ?? []);
  const after = await keptEngagement(reader.db, asking, engagementId, now);
  if (!after) return null;
  const isStill = both !== null && stillShared(row, after);
  const summaries =
    isStill || !both ? opened : await openSummaries(reader, { spaceId, reader: { both: null } }, sealed);
  return {
    couple: coupleSeen(after, isStill ? both : null, members),
    summaries: sealed.toReversed().flatMap(({ id }) => summaries.get(id) ?? []),
    conversations: isStill ? conversations : null,
  };
}

/**
 * What a therapist may quote of one conversation; null for everything that is not shared, as for what is unknown. That it
 * is looked at is written down first.
 */
export async function quotableFor(
  reader: Reader,
  asking: Asking,
  { engagementId, conversationId }: { readonly engagementId: string; readonly conversationId: string },
  now: Date,
): Promise<QuotableIn | null> {
  if (!conversationIdSchema.safeParse(conversationId).success) return null;
  const row = await ownEngagement(reader, asking, engagementId);
  const both = row && sharedIn(row);
  if (!both) return null;
  const { spaceId } = row;
  // First without opening any words: what is not there is not looked at.
  if (!(await quotableIn(reader, { spaceId, both }, conversationId, []))) return null;
  await noteAccesses(reader.db, [{ engagementId, what: "conversation", about: conversationId }], now);
  const found = await quotableIn(reader, { spaceId, both }, conversationId);
  const after = await ownEngagement(reader, asking, engagementId);
  return after && stillShared(row, after) ? found : null;
}

/** The conversations whose words a therapist is about to be shown again. */
async function noteQuoted(
  { db }: Reader,
  { engagementId, both }: { readonly engagementId: string; readonly both: BothSharing | null },
  sealed: readonly SealedSummary[],
  now: Date,
): Promise<void> {
  if (!both) return;
  const quoted = new Set(sealed.flatMap(({ quotes }) => quotes.map((quote) => quote.conversationId)));
  const looks = [...quoted].filter((id) => accessTo(both, id) !== null);
  await noteAccesses(
    db,
    looks.map((about) => ({ engagementId, what: "conversation", about })),
    now,
  );
}
