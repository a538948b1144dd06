import type { Guide } from "#conversation/guide";
import type { Partner } from "#conversation/seats";
import {
  type AssignedTo,
  type AssignmentAnswer,
  isBegunTogether,
  isFor,
} from "#conversation/therapy/assignments";
import { type AssignmentRow, readAssignments } from "#db/assignments";
import type { Db } from "#db/database";
import { type EngagementRow, readEngagementsIn } from "#db/engagements";
import type { KeyRing } from "#db/key-ring";
import { readMembersIn } from "#db/members";
import type { SealingKey } from "#db/sealing";
import type { Asking } from "#db/sign-ins";
import { readSpace } from "#db/spaces";
import { spaceIdSchema } from "#wire/requests";
import { readKeysOfSpace } from "../lasting/space-keys";
import { readAskedGuides } from "./asked-guides";
import { openAssignment } from "./assignment-words";
import { type CoupleSeen, coupleSeen, stillShared } from "./couple-seen";
import { ownEngagement } from "./one-engagement";
import { sharedIn } from "./therapists";

// What therapists ask between two meetings, as the therapist reads it and as one of the couple does.

/** What is asked, whoever looks at it. */
export interface Assigned {
  readonly id: string;
  readonly kind: "guide" | "check-in" | "commitment" | "reading";
  /** Where it is one. */
  readonly guide: Guide | null;
  readonly assigned: AssignedTo;
  readonly dueOn: string | null;
  readonly note: string;
  /** What is to be read, or promised. */
  readonly text: string;
  readonly at: Date;
}

/** The same for its therapist, with what each of whom it is for says of it. */
export interface AssignedByMe extends Assigned {
  readonly isWithdrawn: boolean;
  readonly answers: readonly { readonly seat: Partner; readonly answer: AssignmentAnswer }[];
}

/** What a therapist asks of a couple. */
export interface AssignmentsOf {
  readonly couple: CoupleSeen;
  /** The newest first; null while not both share something. */
  readonly asked: readonly AssignedByMe[] | null;
}

/** The same for one of the couple, with what they say of it themselves. */
export interface AssignedToMe extends Assigned {
  /** Who asks. */
  readonly by: string;
  readonly answer: AssignmentAnswer;
  /** `together`: as one conversation of the two, `conversationId` once there is one. `alone`: each their own. */
  readonly begun: "together" | "alone" | null;
  readonly conversationId: string | null;
}

interface Reader {
  readonly db: Db;
  readonly ring: KeyRing;
}

/** What this therapist asks of one couple; null for an unknown engagement, and for everybody else alike. */
export async function assignmentsOf(
  { db, ring }: Reader,
  asking: Asking,
  engagementId: string,
): Promise<AssignmentsOf | null> {
  const row = await ownEngagement({ db }, asking, engagementId);
  if (!row) return null;
  const [members, rows, keys] = await Promise.all([
    readMembersIn(db, [row.spaceId]),
    sharedIn(row) ? readAssignments(db, [row.id]) : [],
    readKeysOfSpace(db, ring, row.spaceId),
  ]);
  const asked = await read(db, rows, row.spaceId, keys.get("t"));
  const after = await ownEngagement({ db }, asking, engagementId);
  if (!after) return null;
  const both = stillShared(row, after) ? sharedIn(after) : null;
  const couple = coupleSeen(after, both, members);
  if (!both) return { couple, asked: null };
  const byMe = asked.map(({ stored, one }) => ({
    ...one,
    isWithdrawn: stored.withdrawnAt !== null,
    answers: (["a", "b"] as const)
      .filter((seat) => isFor(stored.assigned, seat))
      .map((seat) => ({ seat, answer: stored.answers[seat] ?? ("open" as const) })),
  }));
  return { couple, asked: byMe.reverse() };
}

/** What is asked of one of a couple, the newest first (X1, X2); null for a stranger, and for an unknown space. */
export async function assignedTo(
  { db, ring }: Reader,
  personId: string,
  spaceId: string,
): Promise<{ readonly seat: Partner; readonly asked: readonly AssignedToMe[] } | null> {
  const space = spaceIdSchema.safeParse(spaceId).success ? await readSpace(db, personId, spaceId) : null;
  if (!space) return null;
  const { seat } = space;
  const engagements = await readEngagementsIn(db, [spaceId]);
  const rows = await readAskedOf(db, engagements, seat);
  const key = rows.length > 0 ? (await readKeysOfSpace(db, ring, spaceId)).get("t") : undefined;
  const by = new Map(engagements.map(({ id, profile }) => [id, profile?.name ?? ""]));
  const asked = (await read(db, rows, spaceId, key)).map(({ stored, one }) => ({
    ...one,
    by: by.get(stored.engagementId) ?? "",
    answer: stored.answers[seat] ?? ("open" as const),
    begun:
      one.guide && (isBegunTogether(one.guide, one.assigned) ? ("together" as const) : ("alone" as const)),
    conversationId: stored.conversationId,
  }));
  return { seat, asked: asked.reverse() };
}

/** Whether something is asked of this partner that they have said nothing of yet. */
export async function isAskedForSomething(
  db: Db,
  engagements: readonly EngagementRow[],
  seat: Partner,
): Promise<boolean> {
  return (await readAskedOf(db, engagements, seat)).some(({ answers }) => answers[seat] === undefined);
}

/** X1, X2: what stands and is for this seat, of the therapists whom both consent to now; at most one query. */
async function readAskedOf(
  db: Db,
  engagements: readonly EngagementRow[],
  seat: Partner,
): Promise<AssignmentRow[]> {
  const sharing = engagements.filter((row) => sharedIn(row) !== null).map(({ id }) => id);
  const rows = await readAssignments(db, sharing);
  return rows.filter(({ assigned, withdrawnAt }) => withdrawnAt === null && isFor(assigned, seat));
}

/** What can be read of these: not what names a guide that is gone, nor what cannot be opened. */
async function read(
  db: Db,
  rows: readonly AssignmentRow[],
  spaceId: string,
  key: SealingKey | undefined,
): Promise<{ readonly stored: AssignmentRow; readonly one: Assigned }[]> {
  const guides = await readAskedGuides(db, rows);
  return rows.flatMap((stored) => {
    const words = openAssignment(stored, spaceId, key);
    const guide = guides.get(stored.id) ?? null;
    const kind = stored.asked.kind === "own-guide" ? "guide" : stored.asked.kind;
    if (!words || (kind === "guide" && !guide)) return [];
    const { id, assigned, dueOn, at } = stored;
    return [{ stored, one: { id, kind, guide, assigned, dueOn, at, ...words } }];
  });
}
