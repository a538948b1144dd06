import { desc, eq } from "drizzle-orm";
import type { DueAgreement, Partner } from "#conversation/seats";
import type { Db } from "./database";
import type { WrappedKey } from "./key-ring";
import { insertMember } from "./members";
import { conversation, membership, seatKey, space, spaceKey } from "./schema";

export interface ConversationRow {
  readonly id: string;
  readonly spaceId: string;
  readonly guideId: string;
  readonly guideVersion: number;
  readonly roles: Readonly<Record<string, Partner>>;
  readonly solo: boolean;
  readonly topic: Uint8Array | null;
  readonly topicBy: Partner;
  readonly due: readonly DueAgreement[];
  readonly createdAt: Date;
  readonly spaceKey: WrappedKey;
  readonly seatKeys: readonly { readonly seat: string; readonly wrapped: Uint8Array }[];
}

/** A conversation with the wrapped keys of its space; null for an unknown id. */
export async function readConversation(db: Db, id: string): Promise<ConversationRow | null> {
  const rows = await db
    .select({
      conversation,
      spaceKey: { kekId: spaceKey.kekId, wrapped: spaceKey.wrapped },
      seatKey: { seat: seatKey.seat, wrapped: seatKey.wrapped },
    })
    .from(conversation)
    .innerJoin(spaceKey, eq(spaceKey.spaceId, conversation.spaceId))
    .leftJoin(seatKey, eq(seatKey.spaceId, conversation.spaceId))
    .where(eq(conversation.id, id));
  const [first] = rows;
  if (!first) return null;
  const seatKeys = rows.flatMap((row) => (row.seatKey ? [row.seatKey] : []));
  return { ...first.conversation, spaceKey: first.spaceKey, seatKeys };
}

/** A space as it begins: its opener in seat `a`, alone. */
export interface NewSpace {
  readonly id: string;
  readonly opener: { readonly personId: string; readonly name: string };
  readonly key: WrappedKey;
  /**
   * Wrapped. Where two are to come both have theirs from the start, so that no process can know one seat's without
   * the other's.
   */
  readonly seatKeys: readonly { readonly seat: Partner; readonly wrapped: Uint8Array }[];
}

/** Inserts a space with its keys and its opener. To be called inside a transaction. */
export async function insertSpace(tx: Db, { id, opener, key, seatKeys }: NewSpace, at: Date): Promise<void> {
  await tx.insert(space).values({ id, createdAt: at });
  await tx.insert(spaceKey).values({ spaceId: id, kekId: key.kekId, wrapped: key.wrapped });
  await tx.insert(seatKey).values(seatKeys.map((made) => ({ ...made, spaceId: id })));
  await insertMember(tx, { ...opener, spaceId: id, seat: "a", at });
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
