import { and, desc, eq, inArray, lt, lte, type SQL, sql } from "drizzle-orm";
import type { Guide } from "#conversation/guide";
import type { DueAgreement, Partner, Seat } from "#conversation/seats";
import type { Db } from "./database";
import type { WrappedKey } from "./key-ring";
import { insertMember } from "./members";
import { conversation, membership, move, seatKey, space, spaceKey } from "./schema";

export interface ConversationRow {
  readonly id: string;
  readonly spaceId: string;
  readonly guideId: string;
  readonly guideVersion: number;
  /** The whole guide, where it does not come with the product. */
  readonly guide: Guide | null;
  readonly roles: Readonly<Record<string, Partner>>;
  readonly solo: boolean;
  readonly topic: Uint8Array | null;
  readonly topicBy: Partner;
  readonly due: readonly DueAgreement[];
  readonly createdAt: Date;
  readonly spaceKey: WrappedKey;
  readonly seatKeys: readonly WrappedSeatKey[];
}

interface WrappedSeatKey {
  readonly seat: string;
  readonly wrapped: Uint8Array;
}

/** A conversation with the wrapped keys of its space; null for an unknown id. */
export async function readConversation(db: Db, id: string): Promise<ConversationRow | null> {
  const [row] = await readConversations(db, [id]);
  return row ?? null;
}

/** These conversations with the wrapped keys of their spaces, in one query. Those that are unknown are left out. */
export async function readConversations(db: Db, ids: readonly string[]): Promise<ConversationRow[]> {
  const rows = await db
    .select({
      conversation,
      spaceKey: { kekId: spaceKey.kekId, wrapped: spaceKey.wrapped },
      seatKey: { seat: seatKey.seat, wrapped: seatKey.wrapped },
    })
    .from(conversation)
    .innerJoin(spaceKey, eq(spaceKey.spaceId, conversation.spaceId))
    .leftJoin(seatKey, eq(seatKey.spaceId, conversation.spaceId))
    .where(inArray(conversation.id, [...ids]));
  const found = new Map<string, ConversationRow & { readonly seatKeys: WrappedSeatKey[] }>();
  for (const { conversation: row, spaceKey: key, seatKey: wrapped } of rows) {
    const one = found.get(row.id) ?? { ...row, spaceKey: key, seatKeys: [] };
    found.set(row.id, one);
    if (wrapped) one.seatKeys.push(wrapped);
  }
  return [...found.values()];
}

/** A space as it begins. */
export interface NewSpace {
  readonly id: string;
  /** In seat `a`, alone; null where a therapist has made it for two who are to come. */
  readonly opener: { readonly personId: string; readonly name: string } | null;
  readonly key: WrappedKey;
  /**
   * Wrapped. Where two are to come both have theirs from the start, so that no process can know one seat's without
   * the other's.
   */
  readonly seatKeys: readonly { readonly seat: Seat; readonly wrapped: Uint8Array }[];
  /** For what its opener keeps alone. */
  readonly isOwn?: boolean;
}

/** Inserts a space with its keys and its opener. To be called inside a transaction. */
export async function insertSpace(
  tx: Db,
  { id, opener, key, seatKeys, isOwn = false }: NewSpace,
  at: Date,
): Promise<void> {
  await tx.insert(space).values({ id, isOwn, createdAt: at });
  await tx.insert(spaceKey).values({ spaceId: id, kekId: key.kekId, wrapped: key.wrapped });
  await tx.insert(seatKey).values(seatKeys.map((made) => ({ ...made, spaceId: id })));
  if (opener) await insertMember(tx, { ...opener, spaceId: id, seat: "a", at });
}

/** Inserts a conversation into a space that is there. To be called inside a transaction. */
export async function insertConversation(
  tx: Db,
  made: Omit<ConversationRow, "spaceKey" | "seatKeys">,
): Promise<void> {
  await tx.insert(conversation).values(made);
}

/** One line of a person's own list. */
export interface OwnConversation {
  readonly id: string;
  readonly createdAt: Date;
}

/** The conversations of a person, the newest first. */
export function readOwnConversations(db: Db, personId: string, most: number): Promise<OwnConversation[]> {
  return db
    .select({ id: conversation.id, createdAt: conversation.createdAt })
    .from(membership)
    .innerJoin(conversation, eq(conversation.spaceId, membership.spaceId))
    .where(eq(membership.personId, personId))
    .orderBy(desc(conversation.createdAt))
    .limit(most);
}

/** The conversations of a space. */
export async function readIdsInSpace(db: Db, spaceId: string): Promise<string[]> {
  const rows = await db
    .select({ id: conversation.id })
    .from(conversation)
    .where(eq(conversation.spaceId, spaceId));
  return rows.map(({ id }) => id);
}

/** When a conversation began, and when somebody last moved in it: its beginning where nobody has. */
export interface ConversationTimes {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastAt: Date;
}

/** Up to `most` of them, the newest first; those that are older than `before` where that is given. */
export interface Stretch {
  readonly before?: string | undefined;
  readonly most: number;
}

/** The conversations of two in a space. */
export function readTimesInSpace(db: Db, spaceId: string, stretch: Stretch): Promise<ConversationTimes[]> {
  return readTimes(db, and(eq(conversation.spaceId, spaceId), eq(conversation.solo, false)), stretch);
}

/** A conversation among those of several spaces. */
export type TimesInSpace = ConversationTimes & { readonly spaceId: string };

/** Of each of these spaces the newest `most` conversations of two, the newest first: one query, however many they are. */
export function readNewestIn(db: Db, spaceIds: readonly string[], most: number): Promise<TimesInSpace[]> {
  if (spaceIds.length === 0) return Promise.resolve([]);
  const ranked = db
    .select({
      id: conversation.id,
      rank: sql<number>`row_number() over (partition by ${conversation.spaceId} order by ${conversation.id} desc)`.as(
        "rank",
      ),
    })
    .from(conversation)
    .where(and(inArray(conversation.spaceId, [...spaceIds]), eq(conversation.solo, false)))
    .as("ranked");
  return db
    .select({
      id: conversation.id,
      spaceId: conversation.spaceId,
      createdAt: conversation.createdAt,
      lastAt: lastMoveAt(),
    })
    .from(conversation)
    .innerJoin(ranked, eq(ranked.id, conversation.id))
    .where(lte(ranked.rank, most))
    .orderBy(desc(conversation.id));
}

/** What a person has gone through alone. */
export function readTimesAlone(db: Db, personId: string, stretch: Stretch): Promise<ConversationTimes[]> {
  const own = db
    .select({ spaceId: membership.spaceId })
    .from(membership)
    .where(eq(membership.personId, personId));
  return readTimes(db, and(inArray(conversation.spaceId, own), eq(conversation.solo, true)), stretch);
}

/** Ids are in the order of time, so they say which is older. */
function readTimes(db: Db, which: SQL | undefined, { before, most }: Stretch): Promise<ConversationTimes[]> {
  return db
    .select({ id: conversation.id, createdAt: conversation.createdAt, lastAt: lastMoveAt() })
    .from(conversation)
    .where(before === undefined ? which : and(which, lt(conversation.id, before)))
    .orderBy(desc(conversation.id))
    .limit(most);
}

/** For a query over conversations: one step down the primary key for each of them. */
export function lastMoveAt() {
  const last = sql`(select ${move.at} from ${move} where ${move.conversationId} = ${conversation.id} order by ${move.seq} desc limit 1)`;
  return sql<Date>`coalesce(${last}, ${conversation.createdAt})`.mapWith(conversation.createdAt);
}
