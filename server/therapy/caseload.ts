import { isDue } from "#conversation/is-due";
import { isToCome } from "#conversation/meetings";
import { PARTNERS, type Partner } from "#conversation/seats";
import { type BothSharing, bothShare } from "#conversation/therapy/sharing";
import { hasStalled } from "#conversation/therapy/stalled";
import { noteAccesses } from "#db/access-log";
import { readHoldingIn } from "#db/agreements";
import { type EngagementRow, readEngagementsOf } from "#db/engagements";
import { readMembersIn } from "#db/members";
import type { Asking } from "#db/sign-ins";
import { calendarAt } from "../calendar";
import { unsealAgreement } from "../due-agreements";
import { readKeysOfSpaces } from "../lasting/space-keys";
import { zoneOf } from "../lasting/zone-of";
import { type CoupleSeen, coupleSeen, type Reader, stillShared } from "./couple-seen";
import { type SharedConversation, sharedConversations } from "./shared-conversations";
import { sharedIn } from "./therapists";

/** A couple in a therapist's caseload. Nothing in it is anything that somebody wrote. */
export interface Case extends CoupleSeen {
  /** The next time to talk that both have set aside in what they share; ISO 8601. */
  readonly meeting: { readonly at: string; readonly conversationId: string } | null;
  /** What is going on in the newest conversations that both share, where something happened last first. */
  readonly conversations: readonly (SharedConversation & { readonly hasStalled: boolean })[];
  /** How many boundaries are to be looked at again; 0 where that is not shared. */
  readonly reviews: number;
}

/** Of each couple so many of the newest conversations are looked at: a season of talking twice a week. */
const NEWEST = 24;

/**
 * All couples whose work with this therapist has not ended, the oldest first. Of whoever shares nothing there is nothing
 * (Y7). The number of queries is the same however many they are. What changes while it is read is not in it.
 */
export async function caseload(reader: Reader, asking: Asking, now: Date): Promise<readonly Case[]> {
  const rows = (await readEngagementsOf(reader.db, asking.personId)).filter(({ endedAt }) => !endedAt);
  const shared = new Map(rows.map((row) => [row.id, sharedIn(row)] as const));
  const [members, conversations, due] = await Promise.all([
    readMembersIn(
      reader.db,
      rows.map(({ spaceId }) => spaceId),
    ),
    sharedConversations(reader, rows, NEWEST),
    dueReviews(reader, rows, calendarAt(now).today(zoneOf(asking.preferences))),
  ]);
  await noteAccesses(
    reader.db,
    [...due.keys()].map((engagementId) => ({ engagementId, what: "lasting", about: null })),
    now,
  );
  const after = new Map((await readEngagementsOf(reader.db, asking.personId)).map((row) => [row.id, row]));
  return rows.flatMap((row): Case[] => {
    const current = after.get(row.id);
    if (!current || current.endedAt) return [];
    const both = stillShared(row, current) ? (shared.get(row.id) ?? null) : null;
    const own = both ? (conversations.get(row.id) ?? []) : [];
    return [
      {
        ...coupleSeen(current, both, members),
        meeting: nextMeeting(own, now.getTime()),
        conversations: own.map((one) => ({
          ...one,
          hasStalled: hasStalled(one.state, one.lastAt.getTime(), now.getTime()),
        })),
        reviews: both ? (due.get(row.id) ?? 0) : 0,
      },
    ];
  });
}

function nextMeeting(conversations: readonly SharedConversation[], now: number): Case["meeting"] {
  const [next] = conversations
    .flatMap(({ id, state: { meeting } }) =>
      meeting && isToCome(meeting, now) ? [{ at: meeting.at, conversationId: id }] : [],
    )
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return next ?? null;
}

/** How many boundaries have come to their day, by engagement; those that have none are not there. */
async function dueReviews(
  { db, ring }: Reader,
  rows: readonly EngagementRow[],
  today: string,
): Promise<ReadonlyMap<string, number>> {
  const reading = rows.filter((row) => sharesLasting(sharedIn(row)));
  const spaceIds = reading.map(({ spaceId }) => spaceId);
  const [holding, keys] = await Promise.all([
    readHoldingIn(db, spaceIds),
    readKeysOfSpaces(db, ring, spaceIds),
  ]);
  const isDueNow = (one: (typeof holding)[number]) => {
    const own = keys.get(one.spaceId);
    const seat = PARTNERS.find((partner: Partner) => own?.has(partner));
    const words = seat && unsealAgreement(one, one.spaceId, seat, own?.get(seat));
    return words ? isDue(one.sort, words, today) : false;
  };
  const due = holding.filter((one) => one.sort === "boundary" && isDueNow(one));
  return new Map(
    reading.flatMap(({ id, spaceId }) => {
      const count = due.filter((one) => one.spaceId === spaceId).length;
      return count > 0 ? [[id, count] as const] : [];
    }),
  );
}

function sharesLasting(both: BothSharing | null): boolean {
  return both !== null && bothShare(both, "lasting");
}
