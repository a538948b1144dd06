import type { Partner } from "#conversation/seats";
import { readProfile } from "#db/engagements";
import { type PersonSpace, readPersonRows, readPersonSpaces } from "#db/everything-of";
import type { KeyRing } from "#db/key-ring";
import { readSeats } from "#db/members";
import type { QuietHours } from "#db/notice-wishes";
import type { SeatInfo, TherapistProfile } from "#wire/events";
import type { Preferences } from "#wire/preferences";
import type { ReadingLocale } from "../locale-of";
import type { ConversationOpener } from "../open-conversation";
import { type SummaryRecord, summaryRecord } from "../therapy/record/record-file";
import { summariesForPartner } from "../therapy/summaries/read-summaries";
import { type ConversationRecord, conversationRecord } from "./conversation-record";
import { type LastingRecord, lastingRecord } from "./lasting-record";
import { type OwnRecord, ownRecord } from "./own-record";
import { type TherapyRecord, therapyRecord } from "./therapy-record";

export interface SpaceRecord extends LastingRecord, TherapyRecord {
  readonly id: string;
  readonly seat: Partner;
  readonly since: string;
  /** Who sits where. */
  readonly seats: readonly SeatInfo[];
  readonly conversations: readonly ConversationRecord[];
  /** What therapists have shared with both, the oldest first. */
  readonly summaries: readonly (SummaryRecord & { readonly by: string })[];
}

/** What is used of a sign-in, a passkey or an account elsewhere; instants are ISO 8601. */
interface WayInRecord {
  readonly name: string;
  readonly since: string;
  readonly usedAt?: string | null;
}

/** Everything of one person: what they wrote, what they were allowed to see, and what is kept about them. */
export interface PersonRecord {
  readonly format: "evenground-record/1";
  readonly madeAt: string;
  readonly person: {
    readonly name: string;
    readonly address: string | null;
    readonly since: string;
    readonly preferences: Preferences;
  };
  /** What they say about themselves as a therapist; null for everybody else. */
  readonly therapist: TherapistProfile | null;
  readonly signIns: readonly WayInRecord[];
  readonly passkeys: readonly WayInRecord[];
  readonly accounts: readonly WayInRecord[];
  readonly consents: readonly {
    readonly what: string;
    readonly givenAt: string;
    readonly withdrawnAt: string | null;
  }[];
  /** Between which times they are told of nothing; null for whoever never wanted notices. */
  readonly quietHours: QuietHours | null;
  readonly spaces: readonly SpaceRecord[];
  /** What they keep alone. */
  readonly own: OwnRecord;
}

/** What reading a record needs of the process. */
export interface RecordReader extends ConversationOpener {
  readonly ring: KeyRing;
}

/** Whose record, and in which language. */
interface RecordOf {
  readonly personId: string;
  readonly locale: ReadingLocale;
}

/** Hears after each conversation how far it is. */
export type Progress = (done: number, total: number) => Promise<void>;

/**
 * Gathers everything of a person; null for somebody who is gone. One conversation after the other, so that a long
 * history keeps nobody else waiting.
 */
export async function personRecord(
  packer: RecordReader,
  { personId, locale }: RecordOf,
  now: Date,
  progress: Progress,
): Promise<PersonRecord | null> {
  const rows = await readPersonRows(packer.db, personId);
  if (!rows) return null;
  const spaces = await readPersonSpaces(packer.db, personId);
  const total = spaces.reduce((sum, { conversationIds }) => sum + conversationIds.length, 0);
  let done = 0;
  const records: SpaceRecord[] = [];
  for (const space of spaces)
    records.push(
      await spaceRecord(packer, space, { personId, locale }, now, async () => {
        done += 1;
        await progress(done, total);
      }),
    );
  const { name, address, createdAt, ...preferences } = rows.self;
  return {
    format: "evenground-record/1",
    madeAt: now.toISOString(),
    person: { name, address, since: createdAt.toISOString(), preferences: preferencesOf(preferences) },
    therapist: await readProfile(packer.db, personId),
    signIns: rows.signIns.map(wayIn),
    passkeys: rows.passkeys.map(wayIn),
    accounts: rows.accounts.map(({ provider, createdAt: since }) => ({
      name: provider,
      since: since.toISOString(),
    })),
    consents: rows.consents.map(({ what, givenAt, withdrawnAt }) => ({
      what,
      givenAt: givenAt.toISOString(),
      withdrawnAt: withdrawnAt?.toISOString() ?? null,
    })),
    quietHours: rows.quietHours,
    spaces: records,
    own: await ownRecord(packer, personId, now),
  };
}

function preferencesOf(preferences: Preferences): Preferences {
  const { locale, timeZone, theme, textSize, softTimers, appFace } = preferences;
  return { locale, timeZone, theme, textSize, softTimers, appFace };
}

function wayIn(row: { readonly device: string; readonly createdAt: Date; readonly usedAt: Date | null }) {
  return {
    name: row.device,
    since: row.createdAt.toISOString(),
    usedAt: row.usedAt?.toISOString() ?? null,
  };
}

async function spaceRecord(
  packer: RecordReader,
  { spaceId, seat, since, conversationIds }: PersonSpace,
  { personId, locale }: RecordOf,
  now: Date,
  oneMore: () => Promise<void>,
): Promise<SpaceRecord> {
  const conversations: ConversationRecord[] = [];
  for (const id of conversationIds) {
    const record = await conversationRecord(packer, { place: { seat }, signInId: null, locale }, id, now);
    if (record) conversations.push(record);
    await oneMore();
  }
  const seats = await readSeats(packer.db, spaceId, false);
  const lasting = await lastingRecord(packer, spaceId, seat);
  const summaries = (await summariesForPartner(packer, personId, spaceId)) ?? [];
  return {
    ...{ id: spaceId, seat, since: since.toISOString(), seats },
    ...lasting,
    ...(await therapyRecord(packer, personId, spaceId)),
    conversations,
    summaries: summaries.toReversed().map((one) => ({ ...summaryRecord(one), by: one.by })),
  };
}
