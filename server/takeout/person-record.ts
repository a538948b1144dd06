import type { ProposalSort } from "#conversation/agreements";
import type { Words } from "#conversation/moves";
import type { Partner, Seat } from "#conversation/seats";
import { readWordings } from "#db/agreements";
import { type PersonSpace, readPersonRows, readPersonSpaces } from "#db/everything-of";
import type { QuietHours } from "#db/notice-wishes";
import type { Preferences } from "#wire/preferences";
import { unsealAgreement } from "../due-agreements";
import type { ReadingLocale } from "../locale-of";
import type { ConversationOpener } from "../open-conversation";
import { type ConversationRecord, conversationRecord } from "./conversation-record";

/** One wording of an agreement, in the person's own copy. */
export interface AgreementRecord {
  readonly id: string;
  readonly sort: ProposalSort;
  readonly of: Partner;
  readonly version: number;
  /** Null where it was agreed to on the pages of what lasts. */
  readonly conversationId: string | null;
  readonly acceptedAt: string;
  readonly endedAt: string | null;
  /** Null where they cannot be opened. */
  readonly words: Words | null;
}

export interface SpaceRecord {
  readonly id: string;
  readonly seat: Seat;
  readonly since: string;
  readonly agreements: readonly AgreementRecord[];
  readonly conversations: readonly ConversationRecord[];
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
}

/** Hears after each conversation how far it is. */
export type Progress = (done: number, total: number) => Promise<void>;

/**
 * Gathers everything of a person; null for somebody who is gone. One conversation after the other, so that a long
 * history keeps nobody else waiting.
 */
export async function personRecord(
  opener: ConversationOpener,
  { personId, locale }: { readonly personId: string; readonly locale: ReadingLocale },
  now: Date,
  progress: Progress,
): Promise<PersonRecord | null> {
  const rows = await readPersonRows(opener.db, personId);
  if (!rows) return null;
  const spaces = await readPersonSpaces(opener.db, personId);
  const total = spaces.reduce((sum, { conversationIds }) => sum + conversationIds.length, 0);
  let done = 0;
  const records: SpaceRecord[] = [];
  for (const space of spaces)
    records.push(
      await spaceRecord(opener, space, locale, now, async () => {
        done += 1;
        await progress(done, total);
      }),
    );
  const { name, address, createdAt, ...preferences } = rows.self;
  return {
    format: "evenground-record/1",
    madeAt: now.toISOString(),
    person: { name, address, since: createdAt.toISOString(), preferences: preferencesOf(preferences) },
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
  opener: ConversationOpener,
  { spaceId, seat, since, conversationIds }: PersonSpace,
  locale: ReadingLocale,
  now: Date,
  oneMore: () => Promise<void>,
): Promise<SpaceRecord> {
  const conversations: ConversationRecord[] = [];
  for (const id of conversationIds) {
    const record = await conversationRecord(opener, { seat, signInId: null, locale }, id, now);
    if (record) conversations.push(record);
    await oneMore();
  }
  const agreements = await agreementRecords(opener, spaceId, seat, conversationIds[0]);
  return { id: spaceId, seat, since: since.toISOString(), agreements, conversations };
}

/** `anyConversation` of the space: its keys are the space's. */
async function agreementRecords(
  { db, live }: ConversationOpener,
  spaceId: string,
  seat: Seat,
  anyConversation: string | undefined,
): Promise<AgreementRecord[]> {
  const known = anyConversation === undefined ? null : await live.load(anyConversation);
  if (!known || seat === "t") return [];
  const wordings = await readWordings(db, spaceId);
  return wordings.map((wording) => ({
    id: wording.id,
    sort: wording.sort,
    of: wording.of,
    version: wording.version,
    conversationId: wording.conversationId,
    acceptedAt: wording.acceptedAt.toISOString(),
    endedAt: wording.endedAt?.toISOString() ?? null,
    words: unsealAgreement(wording, spaceId, seat, known.keys.get(seat)),
  }));
}
