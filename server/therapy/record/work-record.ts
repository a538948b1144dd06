import type { Guide } from "#conversation/guide";
import { accessTo, type BothSharing } from "#conversation/therapy/sharing";
import { type Attended, attendanceIn, recordParts } from "#conversation/therapy/work-record";
import { noteRecord } from "#db/access-log";
import type { EngagementRow } from "#db/engagements";
import { readMembersIn } from "#db/members";
import { readStructures } from "#db/read-moves";
import { readSummaries } from "#db/shared-summaries";
import type { Asking } from "#db/sign-ins";
import type { TherapistProfile } from "#wire/events";
import { calendarAt } from "../../calendar";
import type { LastingOne } from "../../lasting/lasting-view";
import { zoneOf } from "../../lasting/zone-of";
import { type CoupleSeen, coupleSeen, type Reader, stillShared } from "../couple-seen";
import { lastingForTherapist } from "../lasting-for-therapist";
import { ownEngagement } from "../one-engagement";
import { sharedConversations } from "../shared-conversations";
import { openSummaries, type Summary } from "../summaries/open-summaries";
import { sharedIn } from "../therapists";

/** A record of the work with a couple (Y15). */
export interface WorkRecord {
  readonly couple: CoupleSeen;
  readonly therapist: TherapistProfile;
  /** In which time zone days are counted. */
  readonly zone: string;
  /** Of each conversation that both share on which days which seats moved in it, the oldest first. */
  readonly attendance: readonly Attendance[];
  /** The oldest first. */
  readonly summaries: readonly Summary[];
  /** Null where not both let the therapist read what lasts. */
  readonly agreements: readonly LastingOne[] | null;
}

export interface Attendance {
  readonly conversationId: string;
  readonly guide: Guide;
  readonly days: readonly Attended[];
}

/** What is made of a record before it leaves: a file. */
type Making<File> = (record: WorkRecord) => Promise<File>;

/** As many conversations as there may be. */
const MOST = 10_000;

/**
 * Makes a file of the work with a couple (Y15). That it is made is written down before anything is read, and both partners
 * read that. A consent may end while it is made: then the file does not leave. Null for everything that is not there: an
 * unknown engagement, somebody else’s, and where not both lists name a record.
 */
export async function makeRecord<File>(
  reader: Reader,
  asking: Asking,
  engagementId: string,
  now: Date,
  make: Making<File>,
): Promise<File | null> {
  const row = await mayMakeRecord(reader, asking, engagementId);
  if (!row) return null;
  await noteRecord(reader.db, engagementId, now);
  const file = await make(await readRecord(reader, row, asking, now));
  const after = await mayMakeRecord(reader, asking, engagementId);
  return after && stillShared(row.row, after.row) ? file : null;
}

/** Whether a record can be made now; nothing of the couple is read for it. Null where it cannot. */
export async function mayMakeRecord(
  reader: Pick<Reader, "db">,
  asking: Asking,
  engagementId: string,
): Promise<Recording | null> {
  const row = await ownEngagement(reader, asking, engagementId);
  const both = row && sharedIn(row);
  return row?.profile && both && recordParts(both) ? { row, both, profile: row.profile } : null;
}

interface Recording {
  readonly row: EngagementRow;
  readonly both: BothSharing;
  readonly profile: TherapistProfile;
}

async function readRecord(
  reader: Reader,
  { row, both, profile }: Recording,
  asking: Asking,
  now: Date,
): Promise<WorkRecord> {
  const { db } = reader;
  const { id: engagementId, spaceId } = row;
  const zone = zoneOf(asking.preferences);
  const [members, sealed, attendance] = await Promise.all([
    readMembersIn(db, [spaceId]),
    readSummaries(db, [engagementId]),
    readAttendance(reader, { row, both, profile }, zone),
  ]);
  const standing = sealed.filter(({ withdrawnAt }) => withdrawnAt === null);
  const summaries = await openSummaries(reader, { spaceId, reader: { both } }, standing);
  const lasting = recordParts(both)?.agreements
    ? await lastingForTherapist(reader, both, { spaceId, zone }, now)
    : null;
  return {
    couple: coupleSeen(row, both, members),
    therapist: profile,
    zone,
    attendance,
    summaries: standing.flatMap(({ id }) => summaries.get(id) ?? []),
    agreements: lasting?.agreements ?? null,
  };
}

async function readAttendance(
  reader: Reader,
  { row, both }: Recording,
  zone: string,
): Promise<readonly Attendance[]> {
  const conversations = (await sharedConversations(reader, [row], MOST)).get(row.id) ?? [];
  const inOrder = conversations.toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
  const moves = await readStructures(reader.db, new Map(inOrder.map(({ id }) => [id, 0])));
  const dayOf = (at: string) => calendarAt(new Date(at)).today(zone);
  return inOrder.flatMap(({ id, guide }) => {
    const access = accessTo(both, id);
    const days = access ? attendanceIn(moves.get(id) ?? [], { access, by: row.id }, dayOf) : [];
    return days.length > 0 ? [{ conversationId: id, guide, days }] : [];
  });
}
