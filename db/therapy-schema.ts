import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Guide } from "#conversation/guide";
import type { SecretsPolicy, Sharing } from "#conversation/therapy/sharing";
import { at, bytes } from "./columns";
import { conversation, engagement, person, space } from "./schema";

// What comes with a therapist (decision 0019). Times are set by the server's clock.

/**
 * What one partner has agreed to share with a therapist, from when, until when. A row is added and, once, withdrawn;
 * changing it is both. Never more: a trigger sees to it (migration 0010).
 */
export const therapyConsent = pgTable(
  "therapy_consent",
  {
    id: uuid().primaryKey(),
    engagementId: uuid("engagement_id")
      .notNull()
      .references(() => engagement.id, { onDelete: "cascade" }),
    seat: text().$type<"a" | "b">().notNull(),
    /** The named list. */
    sharing: jsonb().$type<Sharing>().notNull(),
    /** The secrets policy it was given under: another one needs another consent. */
    secrets: text().$type<SecretsPolicy>().notNull(),
    givenAt: at("given_at").notNull(),
    withdrawnAt: at("withdrawn_at"),
  },
  (table) => [
    uniqueIndex("therapy_consent_in_force")
      .on(table.engagementId, table.seat)
      .where(sql`${table.withdrawnAt} is null`),
  ],
);

/** What a therapist has looked at, and when. Both partners read it. */
export const accessLog = pgTable(
  "access_log",
  {
    /** In the order of time. */
    id: uuid().primaryKey(),
    engagementId: uuid("engagement_id")
      .notNull()
      .references(() => engagement.id, { onDelete: "cascade" }),
    what: text().notNull(),
    /** The id of the conversation, where it was one. */
    about: uuid(),
    at: at("at").notNull(),
  },
  (table) => [index("access_log_of_engagement").on(table.engagementId, table.id)],
);

/** What was said between a therapist and one partner apart, sealed with the author's key. In no conversation's log. */
export const caucusWord = pgTable(
  "caucus_word",
  {
    id: uuid().primaryKey(),
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversation.id, { onDelete: "cascade" }),
    engagementId: uuid("engagement_id")
      .notNull()
      .references(() => engagement.id, { onDelete: "cascade" }),
    /** In which order it was said: from 1. */
    seq: integer().notNull(),
    /** The number of the move that began the caucus. */
    caucus: integer().notNull(),
    withSeat: text("with_seat").$type<"a" | "b">().notNull(),
    fromSeat: text("from_seat").$type<"a" | "b" | "t">().notNull(),
    words: bytes().notNull(),
    at: at("at").notNull(),
  },
  (table) => [unique("caucus_word_order").on(table.conversationId, table.engagementId, table.seq)],
);

/** A process note: its author's alone, in a space of their own, sealed with the key of its seat `a`. */
export const processNote = pgTable(
  "process_note",
  {
    id: uuid().primaryKey(),
    /** The author's own space. */
    ownSpaceId: uuid("own_space_id")
      .notNull()
      .references(() => space.id, { onDelete: "cascade" }),
    engagementId: uuid("engagement_id")
      .notNull()
      .references(() => engagement.id, { onDelete: "cascade" }),
    words: bytes().notNull(),
    version: integer().notNull().default(1),
    createdAt: at("created_at").notNull(),
    changedAt: at("changed_at").notNull(),
  },
  (table) => [index("process_note_of_engagement").on(table.engagementId, table.id)],
);

/** A summary that a therapist shares with both partners, sealed with the key of seat `t`. */
export const sharedSummary = pgTable(
  "shared_summary",
  {
    id: uuid().primaryKey(),
    engagementId: uuid("engagement_id")
      .notNull()
      .references(() => engagement.id, { onDelete: "cascade" }),
    words: bytes().notNull(),
    /** Moves that it quotes: whoever reads it reads of them what they may read, and nothing else. */
    quotes: jsonb().$type<readonly { readonly conversationId: string; readonly seq: number }[]>().notNull(),
    at: at("at").notNull(),
    withdrawnAt: at("withdrawn_at"),
  },
  (table) => [index("shared_summary_of_engagement").on(table.engagementId, table.id)],
);

/** What a therapist asks one or both to do between two meetings. */
export const assignment = pgTable(
  "assignment",
  {
    id: uuid().primaryKey(),
    engagementId: uuid("engagement_id")
      .notNull()
      .references(() => engagement.id, { onDelete: "cascade" }),
    kind: text().$type<"guide" | "check-in" | "commitment" | "reading">().notNull(),
    forA: boolean("for_a").notNull(),
    forB: boolean("for_b").notNull(),
    /** Which guide, where it is one that comes with the product: its id. */
    guide: text(),
    /** … or one of the therapist’s own, in the version that was seen when it was asked for. */
    ownGuideId: uuid("own_guide_id").references(() => ownGuide.id, { onDelete: "set null" }),
    ownGuideVersion: smallint("own_guide_version"),
    /** What was begun for it, where it is a guide. */
    conversationId: uuid("conversation_id").references(() => conversation.id, { onDelete: "set null" }),
    /** A day, `2027-03-01`. */
    dueOn: text("due_on"),
    /** The note, and what is to be read or promised, sealed with the key of seat `t`. */
    words: bytes().notNull(),
    at: at("at").notNull(),
    withdrawnAt: at("withdrawn_at"),
  },
  (table) => [
    index("assignment_of_engagement").on(table.engagementId, table.id),
    check("assignment_for_somebody", sql`${table.forA} or ${table.forB}`),
  ],
);

/** What became of it, for one of the two. Declining asks for no reason. */
export const assignmentAnswer = pgTable(
  "assignment_answer",
  {
    assignmentId: uuid("assignment_id")
      .notNull()
      .references(() => assignment.id, { onDelete: "cascade" }),
    seat: text().$type<"a" | "b">().notNull(),
    answer: text().$type<"done" | "declined">().notNull(),
    at: at("at").notNull(),
  },
  (table) => [unique("assignment_answer_once").on(table.assignmentId, table.seat)],
);

/** A guide that a therapist writes. What it says is a script, for any couple, and no couple's words. */
export const ownGuide = pgTable(
  "own_guide",
  {
    id: uuid().primaryKey(),
    therapistId: uuid("therapist_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    /** As it stands, perhaps not yet a guide that can be used. */
    draft: jsonb().$type<unknown>().notNull(),
    /** Counts the changes of the draft: what was written on two devices at once is not lost unseen. */
    changes: integer().notNull().default(1),
    createdAt: at("created_at").notNull(),
    changedAt: at("changed_at").notNull(),
    /** Offered no more. */
    putAwayAt: at("put_away_at"),
  },
  (table) => [index("own_guide_of_therapist").on(table.therapistId)],
);

/** A version of it that can be used. Versions run from 1 and are never changed. */
export const ownGuideVersion = pgTable(
  "own_guide_version",
  {
    guideId: uuid("guide_id")
      .notNull()
      .references(() => ownGuide.id, { onDelete: "cascade" }),
    version: smallint().notNull(),
    guide: jsonb().$type<Guide>().notNull(),
    at: at("at").notNull(),
  },
  (table) => [unique("own_guide_version_once").on(table.guideId, table.version)],
);

/**
 * Before a live meeting apart: where one is and whom to call, for the therapist alone, and the word that asks for a
 * hold. Sealed with the partner's key; gone when its time is over.
 */
export const whereabouts = pgTable(
  "whereabouts",
  {
    engagementId: uuid("engagement_id")
      .notNull()
      .references(() => engagement.id, { onDelete: "cascade" }),
    seat: text().$type<"a" | "b">().notNull(),
    words: bytes().notNull(),
    /** When the word was said here: the therapist is asked for a hold. */
    askedAt: at("asked_at"),
    goneAt: at("gone_at").notNull(),
  },
  (table) => [
    unique("whereabouts_once").on(table.engagementId, table.seat),
    index("whereabouts_gone").on(table.goneAt),
  ],
);
