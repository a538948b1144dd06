import { desc, eq } from "drizzle-orm";
import type { Partner } from "#conversation/seats";
import type { Db } from "./database";
import type { WrappedSpaceKey } from "./key-ring";
import { insertMember } from "./members";
import { insertPerson } from "./people";
import { conversation, membership, seatKey, space, spaceKey } from "./schema";

export interface ConversationRow {
  readonly id: string;
  readonly spaceId: string;
  readonly guideId: string;
  readonly guideVersion: number;
  readonly roles: Readonly<Record<string, Partner>>;
  readonly solo: boolean;
  readonly topic: Uint8Array | null;
  readonly createdAt: Date;
  readonly spaceKey: WrappedSpaceKey;
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

/** Everything a new conversation puts into the database, in one transaction. */
export interface NewConversation {
  readonly person: { readonly id: string; readonly name: string; readonly isNew: boolean };
  readonly spaceId: string;
  readonly spaceKey: WrappedSpaceKey;
  /** Wrapped. Both partners' keys are there from the start, so that no process can know one seat's without the other's. */
  readonly seatKeys: readonly { readonly seat: Partner; readonly wrapped: Uint8Array }[];
  readonly conversation: Omit<ConversationRow, "spaceId" | "spaceKey" | "seatKeys" | "createdAt">;
  readonly at: Date;
}

/** Inserts a space with its opener in seat `a`, and a conversation in it. To be called inside a transaction. */
export async function insertConversation(tx: Db, made: NewConversation): Promise<void> {
  const { at, spaceId } = made;
  if (made.person.isNew) await insertPerson(tx, made.person.id, made.person.name, at);
  await tx.insert(space).values({ id: spaceId, createdAt: at });
  await tx.insert(spaceKey).values({ spaceId, kekId: made.spaceKey.kekId, wrapped: made.spaceKey.wrapped });
  await tx.insert(seatKey).values(made.seatKeys.map((key) => ({ ...key, spaceId })));
  await insertMember(tx, { spaceId, seat: "a", personId: made.person.id, name: made.person.name, at });
  await tx.insert(conversation).values({ ...made.conversation, spaceId, createdAt: at });
}

/** One line of a person's own list. */
export interface OwnConversation {
  readonly id: string;
  readonly spaceId: string;
  readonly guideId: string;
  readonly guideVersion: number;
  readonly createdAt: Date;
}

/** The conversations of a person, the newest first. */
export function readOwnConversations(db: Db, personId: string, most: number): Promise<OwnConversation[]> {
  return db
    .select({
      id: conversation.id,
      spaceId: conversation.spaceId,
      guideId: conversation.guideId,
      guideVersion: conversation.guideVersion,
      createdAt: conversation.createdAt,
    })
    .from(membership)
    .innerJoin(conversation, eq(conversation.spaceId, membership.spaceId))
    .where(eq(membership.personId, personId))
    .orderBy(desc(conversation.createdAt))
    .limit(most);
}
