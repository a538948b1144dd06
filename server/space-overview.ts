import type { ProposalSort } from "#conversation/agreements";
import type { Guide } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import { otherPartner, type Partner, type Seat } from "#conversation/seats";
import type { State } from "#conversation/state";
import { readHolding } from "#db/agreements";
import { type ConversationTimes, readTimesAlone, readTimesInSpace } from "#db/conversations";
import type { Db } from "#db/database";
import { readInvitationsTo } from "#db/invitations";
import type { SealingKey } from "#db/sealing";
import { type OwnSpace, readSpace } from "#db/spaces";
import { conversationIdSchema } from "#wire/requests";
import { unsealAgreement } from "./due-agreements";
import { standOf } from "./invitation-info";
import type { LiveConversation, LiveConversations } from "./live-conversations";
import { INVITATION_ENDS_IN } from "./notices/what-was-found";
import { topicOf } from "./open-conversation";

/** What reading a space needs. */
export interface SpaceReader {
  readonly db: Db;
  readonly live: LiveConversations;
  /** Which of these conversations a seat has open now. */
  openNow(conversationIds: readonly string[], seat: Seat): Promise<readonly string[]>;
}

/** A conversation from outside: what the rules know of it and what it is called. Nothing that was said in it. */
export interface ConversationOutline extends ConversationTimes {
  readonly guide: Guide;
  readonly topic: string | null;
  readonly state: State;
}

/** An agreement that holds, in one's own copy of the words; null where they cannot be opened. */
export interface LastingAgreement {
  readonly id: string;
  readonly sort: ProposalSort;
  readonly of: Partner;
  readonly version: number;
  readonly createdAt: Date;
  /** When both last said to keep or to change it. */
  readonly reviewedAt: Date | null;
  readonly words: Words | null;
}

/** Conversations, the newest first. */
export interface OutlinePage {
  readonly conversations: readonly ConversationOutline[];
  /** There are older ones than these. */
  readonly hasMore: boolean;
}

/** What two people share, as one of them may see it. */
export interface SpaceOverview extends OutlinePage {
  readonly space: OwnSpace;
  /** In which of the conversations the other is now. */
  readonly here: ReadonlySet<string>;
  readonly lasting: readonly LastingAgreement[];
  /** The invitations to the other's seat that nobody has taken and that end within a day. */
  readonly ending: readonly EndingInvitation[];
}

export interface EndingInvitation {
  readonly id: string;
  readonly expiresAt: Date;
}

/** A year of talking twice a week: as far back as the first page of a space looks. */
const MOST = 100;
/** What stands on one page of a list. */
const ON_A_PAGE = 20;

/**
 * All that the page of a space shows: of the newest conversations how they stand, and what lasts.
 * Null for a stranger, an unknown space, and the space of what somebody does alone.
 */
export async function spaceOverview(
  reader: SpaceReader,
  personId: string,
  spaceId: string,
  now: Date,
): Promise<SpaceOverview | null> {
  const space = await findSpace(reader.db, personId, spaceId);
  if (!space) return null;
  const [times, sealed, invitations] = await Promise.all([
    readTimesInSpace(reader.db, spaceId, { most: MOST + 1 }),
    readHolding(reader.db, spaceId),
    readInvitationsTo(reader.db, spaceId, otherPartner(space.seat)),
  ]);
  const newest = times.slice(0, MOST);
  const lives = await reader.live.loadMany(newest.map(({ id }) => id));
  const { seat } = space;
  const key: SealingKey | undefined = lives[0]?.keys.get(seat); // one for the whole space
  const here = await reader.openNow(
    lives.map(({ id }) => id),
    otherPartner(seat),
  );
  return {
    space,
    conversations: outlines(newest, lives),
    hasMore: times.length > MOST,
    here: new Set(here),
    lasting: sealed.map((one) => ({
      id: one.id,
      sort: one.sort,
      of: one.of,
      version: one.version,
      createdAt: one.createdAt,
      reviewedAt: one.reviewedAt,
      words: unsealAgreement(one, spaceId, seat, key),
    })),
    ending: invitations.filter((one) => standOf(one, now).state === "open" && endsSoon(one, now)),
  };
}

function endsSoon({ expiresAt }: EndingInvitation, now: Date): boolean {
  return expiresAt.getTime() - INVITATION_ENDS_IN <= now.getTime();
}

/** The conversations of a space, a page of them: those older than `before`, or the newest. Null as above. */
export async function conversationsIn(
  reader: SpaceReader,
  personId: string,
  spaceId: string,
  before?: string,
): Promise<(OutlinePage & { readonly space: OwnSpace }) | null> {
  const space = await findSpace(reader.db, personId, spaceId);
  if (!space) return null;
  const times = await readTimesInSpace(reader.db, spaceId, { before, most: ON_A_PAGE + 1 });
  return { space, ...(await pageOf(reader, times)) };
}

/** What a person has gone through alone, a page of it. */
export async function conversationsAlone(
  reader: SpaceReader,
  personId: string,
  before?: string,
): Promise<OutlinePage> {
  return pageOf(reader, await readTimesAlone(reader.db, personId, { before, most: ON_A_PAGE + 1 }));
}

async function findSpace(db: Db, personId: string, spaceId: string): Promise<OwnSpace | null> {
  return conversationIdSchema.safeParse(spaceId).success ? readSpace(db, personId, spaceId) : null;
}

async function pageOf({ live }: SpaceReader, times: readonly ConversationTimes[]): Promise<OutlinePage> {
  const shown = times.slice(0, ON_A_PAGE);
  const lives = await live.loadMany(shown.map(({ id }) => id));
  return { conversations: outlines(shown, lives), hasMore: times.length > ON_A_PAGE };
}

function outlines(
  times: readonly ConversationTimes[],
  lives: readonly LiveConversation[],
): ConversationOutline[] {
  const byId = new Map(lives.map((live) => [live.id, live]));
  return times.flatMap((one) => {
    const live = byId.get(one.id);
    return live ? [{ ...one, guide: live.guide, topic: topicOf(live), state: live.state }] : [];
  });
}
