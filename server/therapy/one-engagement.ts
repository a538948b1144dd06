import type { AnsweredAt } from "#conversation/check-ins/changes";
import type { Partner } from "#conversation/seats";
import { type BothSharing, bothShare, whoShares } from "#conversation/therapy/sharing";
import { noteAccesses } from "#db/access-log";
import { type EngagementRow, readEngagement } from "#db/engagements";
import { type MemberOf, readMembersIn } from "#db/members";
import type { Asking } from "#db/sign-ins";
import { engagementIdSchema } from "#wire/requests";
import { answersOverTime } from "../check-ins/read-check-ins";
import { zoneOf } from "../lasting/zone-of";
import { type CoupleSeen, coupleSeen, type Reader, stillShared } from "./couple-seen";
import { type LastingForTherapist, lastingForTherapist } from "./lasting-for-therapist";
import { type SharedConversation, sharedConversations } from "./shared-conversations";
import { sharedIn } from "./therapists";

/** What one partner answered over time, numbers alone. */
export interface SharedCheckIns {
  readonly seat: Partner;
  /** The oldest first. */
  readonly checkIns: readonly AnsweredAt[];
}

/** What two people share with their therapist now. */
export interface Shared {
  readonly conversations: readonly SharedConversation[];
  /** Null where not both share it. */
  readonly lasting: LastingForTherapist | null;
  /** Of whoever shares theirs and has any (Y4). */
  readonly checkIns: readonly SharedCheckIns[];
}

/** A couple, as their therapist sees them. */
export interface OneEngagement extends CoupleSeen {
  readonly endedAt: Date | null;
  /** Until when the therapist's own copy is kept, once the work has ended. */
  readonly keptUntil: Date | null;
  /** Null where that is nothing. */
  readonly shared: Shared | null;
}

/** As many conversations as a page shows. */
const MOST = 100;

/**
 * One couple of this therapist's, with all that they share now. What is looked at is written down before it is shown, and
 * consents are looked at once more after it was read. Null for an unknown id, and for everybody else alike.
 */
export async function oneEngagement(
  reader: Reader,
  asking: Asking,
  engagementId: string,
  now: Date,
): Promise<OneEngagement | null> {
  const row = await ownEngagement(reader, asking, engagementId);
  if (!row) return null;
  const members = await readMembersIn(reader.db, [row.spaceId]);
  const both = sharedIn(row);
  const shared =
    both && (await readShared(reader, { row, both, members, zone: zoneOf(asking.preferences) }, now));
  const after = await ownEngagement(reader, asking, engagementId);
  if (!after) return null;
  const isStill = stillShared(row, after);
  const { endedAt, keptUntil } = after;
  return {
    ...coupleSeen(after, isStill ? both : null, members),
    endedAt,
    keptUntil,
    shared: isStill ? shared : null,
  };
}

/** An engagement of this therapist’s own; null for an unknown id, and for everybody else’s. */
export async function ownEngagement(
  { db }: Pick<Reader, "db">,
  { personId }: Asking,
  id: string,
): Promise<EngagementRow | null> {
  const row = engagementIdSchema.safeParse(id).success ? await readEngagement(db, id) : null;
  return row?.therapistId === personId ? row : null;
}

interface Reading {
  readonly row: EngagementRow;
  readonly both: BothSharing;
  readonly members: readonly MemberOf[];
  readonly zone: string;
}

async function readShared(reader: Reader, { row, both, members, zone }: Reading, now: Date): Promise<Shared> {
  const { id: engagementId, spaceId } = row;
  const who = whoShares(both, "checkIns");
  await noteAccesses(
    reader.db,
    [
      ...(bothShare(both, "lasting") ? [{ engagementId, what: "lasting", about: null } as const] : []),
      ...(who.length > 0 ? [{ engagementId, what: "check-ins", about: null } as const] : []),
    ],
    now,
  );
  const [conversations, lasting, checkIns] = await Promise.all([
    sharedConversations(reader, [row], MOST),
    lastingForTherapist(reader, both, { spaceId, zone }, now),
    Promise.all(who.map((seat) => checkInsOf(reader, seat, members))),
  ]);
  return {
    conversations: conversations.get(engagementId) ?? [],
    lasting,
    checkIns: checkIns.filter((one) => one.checkIns.length > 0),
  };
}

async function checkInsOf(
  reader: Reader,
  seat: Partner,
  members: readonly MemberOf[],
): Promise<SharedCheckIns> {
  const personId = members.find((one) => one.seat === seat)?.personId ?? null;
  return { seat, checkIns: personId === null ? [] : await answersOverTime(reader, personId) };
}
