import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { ProposalSort } from "#conversation/agreements";
import type { Guide } from "#conversation/guide";
import type { NoticeKind } from "#conversation/notices";
import type { DueAgreement } from "#conversation/seats";
import type { BroughtBy } from "#conversation/therapy/known-names";
import type { SecretsPolicy } from "#conversation/therapy/sharing";
import type { Locale } from "#wire/locales";
import type { AppFace, TextSize, Theme } from "#wire/preferences";
import { at, bytes } from "./columns";

// Ids are UUIDv7, made by whoever inserts: rows of one time lie together, which keeps inserts fast at any size.
// Times are set by the server's clock, never by a browser's.

/**
 * A human being. A guest has a name and nothing else: no address, no account elsewhere, no passkey.
 * What is null or left at its default was never chosen.
 */
export const person = pgTable("person", {
  id: uuid().primaryKey(),
  /** Empty until they have said how they want to be called. */
  name: text().notNull(),
  /** In small letters, confirmed: a person never has an address that was not shown to be theirs. */
  address: text().unique(),
  locale: text().$type<Locale>(),
  /** An IANA name; where there is none, the zone of the browser. */
  timeZone: text("time_zone"),
  theme: text().$type<Theme>().notNull().default("system"),
  textSize: text("text_size").$type<TextSize>().notNull().default("usual"),
  softTimers: boolean("soft_timers").notNull().default(true),
  /** The name and the picture under which the app lies on a telephone. */
  appFace: text("app_face").$type<AppFace>().notNull().default("evenground"),
  createdAt: at("created_at").notNull(),
});

/** An authenticated browser. The cookie holds the token; the table holds its hash. */
export const signIn = pgTable(
  "sign_in",
  {
    tokenHash: bytes("token_hash").primaryKey(),
    id: uuid().notNull().unique(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    createdAt: at("created_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    /** To the hour: enough to recognise a device by, and no diary. */
    usedAt: at("used_at"),
    /** What the browser said it was, in a few words. */
    device: text().notNull().default(""),
    /** Who this browser was until it signed in: a guest whose conversations may still be brought along. */
    wasGuest: uuid("was_guest").references(() => person.id, { onDelete: "set null" }),
  },
  (table) => [index("sign_in_of_person").on(table.personId)],
);

/**
 * A code that was mailed, for ten minutes. It is worth something only together with a secret that the asking browser
 * holds: what is hashed here is both.
 */
export const mailedCode = pgTable(
  "mailed_code",
  {
    id: uuid().primaryKey(),
    purpose: text().$type<"sign-in" | "old-address" | "new-address">().notNull(),
    address: text().notNull(),
    /** The hash of what the asking browser holds. */
    holderHash: bytes("holder_hash").notNull(),
    tokenHash: bytes("token_hash").notNull(),
    wrongTries: smallint("wrong_tries").notNull().default(0),
    createdAt: at("created_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    usedAt: at("used_at"),
  },
  (table) => [
    index("mailed_code_of_holder").on(table.holderHash),
    index("mailed_code_to_address").on(table.address, table.createdAt),
  ],
);

/** An account elsewhere (OAuth, OpenID Connect) that a person signs in with. */
export const account = pgTable(
  "account",
  {
    provider: text().notNull(),
    providerAccountId: text("provider_account_id").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    createdAt: at("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.providerAccountId] }),
    index("account_of_person").on(table.personId),
  ],
);

/** A passkey: the public half of a key that never leaves the person's device. */
export const passkey = pgTable(
  "passkey",
  {
    /** The credential id, base64url. */
    id: text().primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    publicKey: bytes("public_key").notNull(),
    counter: bigint({ mode: "number" }).notNull(),
    transports: jsonb().$type<readonly string[]>().notNull().default([]),
    /** The device it was made on, in a few words. */
    device: text().notNull(),
    createdAt: at("created_at").notNull(),
    usedAt: at("used_at"),
  },
  (table) => [index("passkey_of_person").on(table.personId)],
);

/** What a passkey is asked to sign: once, within five minutes, by the browser that holds the id. */
export const passkeyChallenge = pgTable("passkey_challenge", {
  idHash: bytes("id_hash").primaryKey(),
  challenge: text().notNull(),
  /** Who adds a passkey; null where somebody signs in with one. */
  personId: uuid("person_id").references(() => person.id, { onDelete: "cascade" }),
  expiresAt: at("expires_at").notNull(),
});

/** What a person has agreed to, from when, until when. A row is added and, once, withdrawn; never taken away. */
export const consent = pgTable(
  "consent",
  {
    id: uuid().primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    /** `notices`: to be written to. `push`: to be told by the browsers on which they said so. */
    what: text().$type<"notices" | "push">().notNull(),
    givenAt: at("given_at").notNull(),
    withdrawnAt: at("withdrawn_at"),
  },
  (table) => [index("consent_of_person").on(table.personId)],
);

/** When somebody does not want to be told of anything. There is a row for whoever has ever wanted notices. */
export const noticeWish = pgTable(
  "notice_wish",
  {
    personId: uuid("person_id")
      .primaryKey()
      .references(() => person.id, { onDelete: "cascade" }),
    /** Nothing goes out between these two, `21:00`, in the person's time zone; the same twice means at any time. */
    quietFrom: text("quiet_from").notNull().default("21:00"),
    quietTo: text("quiet_to").notNull().default("08:00"),
    /** When the last one went out, or may have: there are never two within six hours (safety.md §1.3). */
    lastAt: at("last_at"),
    /** When everything that may wait for them is to be looked at next: once a day, and when they have changed something. */
    lookAt: at("look_at").notNull().default(sql`'epoch'`),
  },
  (table) => [index("notice_wish_look_at").on(table.lookAt)],
);

/**
 * Something that a person is to be told of: ids and times, never words. There is one row for each thing; `mark` says
 * which state of it was meant, so that the same is told once and something new is told again.
 */
export const notice = pgTable(
  "notice",
  {
    id: uuid().primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    kind: text().$type<NoticeKind>().notNull(),
    /** The id of the conversation, the agreement or the invitation. */
    about: text().notNull(),
    mark: text().notNull(),
    /** `sending`: it may have gone out, and whether it did is not known yet. */
    state: text().$type<"waiting" | "sending" | "told" | "withdrawn" | "failed">().notNull(),
    dueAt: at("due_at").notNull(),
    /** When a job was last made for it; null while none is. */
    handedAt: at("handed_at"),
  },
  (table) => [
    unique("notice_of_one_thing").on(table.personId, table.kind, table.about),
    index("notice_open").on(table.dueAt).where(sql`${table.state} in ('waiting', 'sending')`),
    index("notice_about").on(table.about),
  ],
);

/** How far the log has been read for notices, by the server's clock. */
export const noticeReading = pgTable("notice_reading", {
  name: text().primaryKey(),
  upTo: at("up_to").notNull(),
});

/** What a link that stops all notices is worth: that, and nothing else. One for each mail. */
export const noticeStop = pgTable(
  "notice_stop",
  {
    tokenHash: bytes("token_hash").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    createdAt: at("created_at").notNull(),
  },
  (table) => [index("notice_stop_of_person").on(table.personId)],
);

/** A browser that wants to be told by push, for as long as it is signed in. */
export const pushSubscription = pgTable(
  "push_subscription",
  {
    endpointHash: bytes("endpoint_hash").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    signInId: uuid("sign_in_id")
      .notNull()
      .references(() => signIn.id, { onDelete: "cascade" }),
    endpoint: text().notNull(),
    p256dh: text().notNull(),
    auth: text().notNull(),
    createdAt: at("created_at").notNull(),
  },
  (table) => [
    index("push_subscription_of_person").on(table.personId),
    index("push_subscription_of_sign_in").on(table.signInId),
  ],
);

/** The key with which a browser seals what waits there for the network. It is given while the sign-in holds. */
export const deviceKey = pgTable("device_key", {
  signInId: uuid("sign_in_id")
    .primaryKey()
    .references(() => signIn.id, { onDelete: "cascade" }),
  kekId: text("kek_id").notNull(),
  wrapped: bytes().notNull(),
});

/** A key of the whole place that is made once and by nobody's hand: `push` signs what goes to push services. */
export const placeKey = pgTable("place_key", {
  name: text().primaryKey(),
  kekId: text("kek_id").notNull(),
  wrapped: bytes().notNull(),
});

/** Everything of one person, being packed or ready to be taken out; gone an hour after that. */
export const takeout = pgTable(
  "takeout",
  {
    id: uuid().primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    state: text().$type<"packing" | "ready" | "failed">().notNull(),
    /** Conversations packed so far, of `total`. */
    done: integer().notNull().default(0),
    total: integer().notNull().default(0),
    /** The key of the archive, wrapped like a space's. */
    kekId: text("kek_id").notNull(),
    wrapped: bytes().notNull(),
    /** The archive, sealed. */
    archive: bytes(),
    createdAt: at("created_at").notNull(),
    expiresAt: at("expires_at").notNull(),
  },
  (table) => [index("takeout_of_person").on(table.personId)],
);

/** Which seats' keys were destroyed, and when: after a restore from a backup they are destroyed again. Names nobody. */
export const destroyedKey = pgTable(
  "destroyed_key",
  {
    spaceId: uuid("space_id").notNull(),
    seat: text().notNull(),
    at: at("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.spaceId, table.seat] })],
);

/** What one couple shares over time; or what somebody does alone, in a space with one seat. */
export const space = pgTable("space", {
  id: uuid().primaryKey(),
  createdAt: at("created_at").notNull(),
  /** One person's check-ins and letters are here, and no conversation. */
  isOwn: boolean("is_own").notNull().default(false),
});

/** The key that wraps the seats' keys, itself wrapped by the key `kekId` from the environment. */
export const spaceKey = pgTable("space_key", {
  spaceId: uuid("space_id")
    .primaryKey()
    .references(() => space.id, { onDelete: "cascade" }),
  kekId: text("kek_id").notNull(),
  wrapped: bytes().notNull(),
});

/** One key per seat per space. Destroying the row destroys every word the seat wrote. */
export const seatKey = pgTable(
  "seat_key",
  {
    spaceId: uuid("space_id")
      .notNull()
      .references(() => space.id, { onDelete: "cascade" }),
    seat: text().notNull(),
    wrapped: bytes().notNull(),
  },
  (table) => [primaryKey({ columns: [table.spaceId, table.seat] })],
);

/**
 * Who sits where in a space, and what they are called there. A seat that somebody has left is never free again: what
 * two people said to each other is not for a third.
 */
export const membership = pgTable(
  "membership",
  {
    spaceId: uuid("space_id")
      .notNull()
      .references(() => space.id, { onDelete: "cascade" }),
    seat: text().notNull(),
    /** Null once they have left. */
    personId: uuid("person_id").references(() => person.id),
    /** Empty once they have erased everything of theirs. */
    name: text().notNull(),
    createdAt: at("created_at").notNull(),
    leftAt: at("left_at"),
  },
  (table) => [
    primaryKey({ columns: [table.spaceId, table.seat] }),
    unique("membership_once").on(table.spaceId, table.personId),
    index("membership_of_person").on(table.personId),
    check("membership_seat_known", sql`${table.seat} in ('a', 'b')`),
    check("membership_of_somebody", sql`(${table.personId} is null) = (${table.leftAt} is not null)`),
  ],
);

/** What a therapist says about themselves: shown before a couple says yes, and beside what they will read. */
export const therapist = pgTable("therapist", {
  personId: uuid("person_id")
    .primaryKey()
    .references(() => person.id, { onDelete: "cascade" }),
  name: text().notNull(),
  practice: text().notNull(),
  /** As the register that licenses them writes it. */
  registration: text().notNull(),
  jurisdiction: text().notNull(),
  languages: text().notNull(),
  /** What becomes of something that one partner tells them alone. */
  secrets: text().$type<SecretsPolicy>().notNull(),
  createdAt: at("created_at").notNull(),
});

/**
 * A therapist and a couple. By itself it opens nothing: what the therapist may read is said by `therapyConsent`, of both
 * partners, and by nothing else.
 */
export const engagement = pgTable(
  "engagement",
  {
    id: uuid().primaryKey(),
    spaceId: uuid("space_id")
      .notNull()
      .references(() => space.id, { onDelete: "cascade" }),
    /** Null once they have erased everything of theirs. */
    therapistId: uuid("therapist_id").references(() => person.id, { onDelete: "set null" }),
    /** Who asked whom: a partner the therapist, or the therapist both; or a colleague handed them on. */
    invitedBy: text("invited_by").$type<BroughtBy>().notNull(),
    createdAt: at("created_at").notNull(),
    /** The work is over: said by the therapist, or because nobody is left. No consent counts any more. */
    endedAt: at("ended_at"),
    /** Until when the therapist keeps their own copy after that. */
    keptUntil: at("kept_until"),
  },
  (table) => [
    uniqueIndex("engagement_once").on(table.spaceId, table.therapistId).where(sql`${table.endedAt} is null`),
    index("engagement_of_therapist").on(table.therapistId),
    index("engagement_kept_until").on(table.keptUntil),
  ],
);

export const conversation = pgTable(
  "conversation",
  {
    id: uuid().primaryKey(),
    spaceId: uuid("space_id")
      .notNull()
      .references(() => space.id, { onDelete: "cascade" }),
    guideId: text("guide_id").notNull(),
    guideVersion: smallint("guide_version").notNull(),
    /** The whole guide, where a therapist wrote it: it is what it was when the conversation began. */
    guide: jsonb().$type<Guide>(),
    /** Which seat holds which of the guide's roles. */
    roles: jsonb().$type<Readonly<Record<string, "a" | "b">>>().notNull(),
    solo: boolean().notNull(),
    /** Sealed with the key of seat `topicBy`, who wrote it. */
    topic: bytes(),
    topicBy: text("topic_by").$type<"a" | "b">().notNull().default("a"),
    /** The agreements that a review looks at (E1): fixed when it starts, so that replaying gives the same. */
    due: jsonb().$type<readonly DueAgreement[]>().notNull().default([]),
    createdAt: at("created_at").notNull(),
  },
  (table) => [
    index("conversation_of_space").on(table.spaceId),
    // The newest ones at any size, like those of moves.
    index("conversation_by_time").using("brin", table.createdAt),
  ],
);

/** The way into a seat. The secret is in the link's fragment and reaches us only to be claimed. */
export const invitation = pgTable(
  "invitation",
  {
    /** 128 random bits, base64url. */
    id: text().primaryKey(),
    spaceId: uuid("space_id")
      .notNull()
      .references(() => space.id, { onDelete: "cascade" }),
    /** The conversation it was made for; null where it is to the space itself. */
    conversationId: uuid("conversation_id").references(() => conversation.id, { onDelete: "cascade" }),
    /** The seat it leads to. Whoever sits in the other one invites; to `t` either partner. */
    seat: text().$type<"a" | "b" | "t">().notNull(),
    /** Made by the therapist of this engagement, for a partner or a colleague. */
    engagementId: uuid("engagement_id").references(() => engagement.id, { onDelete: "cascade" }),
    /** To `t`: the partner who asks. */
    invitedBy: text("invited_by").$type<"a" | "b">(),
    secretHash: bytes("secret_hash").notNull(),
    askFirst: boolean("ask_first").notNull(),
    createdAt: at("created_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    revokedAt: at("revoked_at"),
    claimedBy: uuid("claimed_by").references(() => person.id, { onDelete: "set null" }),
    claimedAt: at("claimed_at"),
    /** The name the newcomer gave. */
    claimedName: text("claimed_name"),
    /** The hash of the id a guest's browser gave its claim, so that it may ask again when the answer was lost. */
    claimHash: bytes("claim_hash"),
    /** What the opener answered to somebody who asked to come in; null while they have not. */
    admitted: boolean(),
    wrongTries: smallint("wrong_tries").notNull().default(0),
  },
  (table) => [
    index("invitation_expires").on(table.expiresAt),
    index("invitation_of_space").on(table.spaceId),
    index("invitation_of_conversation").on(table.conversationId),
  ],
);

/** The log. Insert and select only: a trigger refuses everything else (migration 0001). */
export const move = pgTable(
  "move",
  {
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversation.id),
    seq: integer().notNull(),
    /** Made in the browser; the same move is stored once. */
    moveId: uuid("move_id").notNull(),
    seat: text().notNull(),
    kind: text().notNull(),
    /** What the rules see, without `kind`. Never any words. */
    structure: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    /** Sealed with the key of `seat`. */
    words: bytes(),
    at: at("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.seq] }),
    unique("move_id_once").on(table.conversationId, table.moveId),
    check("move_from_one", sql`${table.seq} >= 1`),
    // Rows lie in the order of their times: this costs an insert nothing, and finds the newest ones at any size.
    index("move_by_time").using("brin", table.at),
  ],
);

/** What an author had begun to write, on each of their devices, sealed with the key of their seat. */
export const draft = pgTable(
  "draft",
  {
    conversationId: uuid("conversation_id").notNull(),
    seat: text().notNull(),
    /** The step and the kind of move it was meant for. */
    slot: text().notNull(),
    /** The sign-in it was written with, which may be over by now: what was written then is still there. */
    signInId: uuid("sign_in_id").notNull().default("00000000-0000-0000-0000-000000000000"),
    words: bytes().notNull(),
    updatedAt: at("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.seat, table.slot, table.signInId] }),
    foreignKey({ columns: [table.conversationId], foreignColumns: [conversation.id] }).onDelete("cascade"),
  ],
);

/**
 * What both have agreed to, and what has become of it. Which words hold is said by `version`; they are in
 * `agreementVersion`. Written in the statement that stores the move that accepted it, and nowhere else.
 */
export const agreement = pgTable(
  "agreement",
  {
    id: uuid().primaryKey(),
    spaceId: uuid("space_id")
      .notNull()
      .references(() => space.id, { onDelete: "cascade" }),
    /** What it lasts as: an accepted repair offer is a commitment. */
    sort: text().$type<ProposalSort>().notNull(),
    /** Where it was made; null where that was on the pages of what lasts, and is in `keeping`. */
    conversationId: uuid("conversation_id").references(() => conversation.id, { onDelete: "cascade" }),
    /** In whose words it speaks (S2): whoever first offered it, whoever proposed the version that holds. */
    ofSeat: text("of_seat").$type<"a" | "b">().notNull(),
    version: smallint().notNull().default(1),
    createdAt: at("created_at").notNull(),
    /** When both last said to keep or to change it. */
    reviewedAt: at("reviewed_at"),
    endedAt: at("ended_at"),
    /** Who ended it alone; null where both did, and while it holds. */
    endedBy: text("ended_by").$type<"a" | "b">(),
  },
  (table) => [
    index("agreement_of_space").on(table.spaceId),
    check("agreement_sort_lasts", sql`${table.sort} in ('boundary', 'commitment', 'milestone', 'plan')`),
  ],
);

/**
 * One wording of an agreement, and the two moves that made it, or the two keepings where there is no conversation.
 * Versions run from 1.
 */
export const agreementVersion = pgTable(
  "agreement_version",
  {
    agreementId: uuid("agreement_id")
      .notNull()
      .references(() => agreement.id, { onDelete: "cascade" }),
    version: smallint().notNull(),
    conversationId: uuid("conversation_id").references(() => conversation.id, { onDelete: "cascade" }),
    proposalSeq: integer("proposal_seq").notNull(),
    acceptedSeq: integer("accepted_seq").notNull(),
    proposedBy: text("proposed_by").$type<"a" | "b">().notNull(),
    proposedAt: at("proposed_at").notNull(),
    acceptedBy: text("accepted_by").$type<"a" | "b">().notNull(),
    acceptedAt: at("accepted_at").notNull(),
    /** The same words twice, each sealed with that seat's key: destroying one leaves the other's copy. */
    wordsA: bytes("words_a").notNull(),
    wordsB: bytes("words_b").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.agreementId, table.version] }),
    unique("agreement_version_accepted_once").on(table.conversationId, table.acceptedSeq),
    check("agreement_version_from_one", sql`${table.version} >= 1`),
  ],
);

/** "Ready?": one's own answers before a conversation. Nobody else ever learns that there are any. */
export const readiness = pgTable(
  "readiness",
  {
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversation.id, { onDelete: "cascade" }),
    seat: text().notNull(),
    /** Sealed with the key of `seat`. */
    answers: bytes().notNull(),
    wentOn: boolean("went_on").notNull(),
    at: at("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.seat] })],
);

/**
 * What two people have done about what lasts between them: the log of a space. Insert and select only, like `move`
 * (migration 0009).
 */
export const keeping = pgTable(
  "keeping",
  {
    spaceId: uuid("space_id")
      .notNull()
      .references(() => space.id),
    seq: integer().notNull(),
    /** Made in the browser; the same one is stored once. */
    keepingId: uuid("keeping_id").notNull(),
    seat: text().$type<"a" | "b">().notNull(),
    kind: text().notNull(),
    /** What the rules see, without `kind`. Never any words. */
    structure: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    /** Sealed with the key of `seat`. */
    words: bytes(),
    at: at("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.spaceId, table.seq] }),
    unique("keeping_id_once").on(table.spaceId, table.keepingId),
    check("keeping_from_one", sql`${table.seq} >= 1`),
    index("keeping_by_time").using("brin", table.at),
  ],
);

/** Which appreciations and letters of the other somebody has opened. Nobody but themselves is ever told. */
export const openedKeeping = pgTable(
  "opened_keeping",
  {
    spaceId: uuid("space_id")
      .notNull()
      .references(() => space.id, { onDelete: "cascade" }),
    seat: text().$type<"a" | "b">().notNull(),
    seq: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.spaceId, table.seat, table.seq] })],
);

/** Somebody's own answers at one time, in a space of their own (`space.isOwn`), sealed with the key of its seat `a`. */
export const checkIn = pgTable(
  "check_in",
  {
    id: uuid().primaryKey(),
    spaceId: uuid("space_id")
      .notNull()
      .references(() => space.id, { onDelete: "cascade" }),
    answers: bytes().notNull(),
    at: at("at").notNull(),
  },
  (table) => [index("check_in_of_space").on(table.spaceId, table.at)],
);

/** What somebody has written beside one answer of a check-in, sealed like it. */
export const checkInNote = pgTable(
  "check_in_note",
  {
    checkInId: uuid("check_in_id")
      .notNull()
      .references(() => checkIn.id, { onDelete: "cascade" }),
    statement: text().notNull(),
    note: bytes().notNull(),
  },
  (table) => [primaryKey({ columns: [table.checkInId, table.statement] })],
);

/** One answer of a check-in that its author lets another seat read. Taking it back takes the row away. */
export const checkInShare = pgTable(
  "check_in_share",
  {
    id: uuid().primaryKey(),
    checkInId: uuid("check_in_id")
      .notNull()
      .references(() => checkIn.id, { onDelete: "cascade" }),
    statement: text().notNull(),
    /** The space in which it is read, and whose seat. */
    spaceId: uuid("space_id")
      .notNull()
      .references(() => space.id, { onDelete: "cascade" }),
    /** The author's own seat there. */
    fromSeat: text("from_seat").$type<"a" | "b">().notNull(),
    toSeat: text("to_seat").$type<"a" | "b" | "t">().notNull(),
    at: at("at").notNull(),
  },
  (table) => [
    unique("check_in_share_once").on(table.checkInId, table.statement, table.spaceId, table.toSeat),
    index("check_in_share_with").on(table.spaceId, table.toSeat),
  ],
);

/** A letter, its author's alone, in a space of their own, sealed with the key of its seat `a`. */
export const letter = pgTable(
  "letter",
  {
    id: uuid().primaryKey(),
    spaceId: uuid("space_id")
      .notNull()
      .references(() => space.id, { onDelete: "cascade" }),
    words: bytes().notNull(),
    createdAt: at("created_at").notNull(),
    changedAt: at("changed_at").notNull(),
    /** Counts the changes: what was written on two devices at once is not lost unseen. */
    version: integer().notNull().default(1),
    /** When it was sent, as it stood; it is in `keeping` of that space since, and is not changed any more. */
    sentAt: at("sent_at"),
    sentIn: uuid("sent_in"),
  },
  (table) => [index("letter_of_space").on(table.spaceId, table.changedAt)],
);

/** The secret address of somebody's calendar of one space. Whoever has it reads it: it can be made anew at any time. */
export const calendarFeed = pgTable(
  "calendar_feed",
  {
    spaceId: uuid("space_id")
      .notNull()
      .references(() => space.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    tokenHash: bytes("token_hash").notNull().unique(),
    /** `neutral` says that there is something, and nothing else. */
    titles: text().$type<"neutral" | "own">().notNull().default("neutral"),
    createdAt: at("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.spaceId, table.personId] })],
);
