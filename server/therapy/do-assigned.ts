import type { Partner } from "#conversation/seats";
import { isBegunTogether, isFor } from "#conversation/therapy/assignments";
import {
  type AssignmentRow,
  bindConversation,
  lockAssignment,
  putAnswer,
  readAssignment,
} from "#db/assignments";
import type { Db } from "#db/database";
import { lockEngagement, readEngagement } from "#db/engagements";
import { readSeatOf } from "#db/members";
import type { BegunAnswer } from "#wire/answers";
import {
  type AnswerAssignmentRequest,
  assignmentIdSchema,
  type BeginAssignmentRequest,
} from "#wire/requests";
import type { Outcome, Requester } from "../requester";
import { type ConversationStarter, startWithGuide } from "../start-conversation";
import { readAskedGuides } from "./asked-guides";
import { sharedIn } from "./therapists";

const NOT_FOUND: Outcome<never> = { ok: false, refusal: { kind: "not-found" } };

/** What one of the two says of it: done, not for them, or neither any more (X4). No reason is asked. */
export async function answerAssignment(
  { db }: { readonly db: Db },
  { asking, now }: Requester,
  assignmentId: string,
  { answer }: AnswerAssignmentRequest,
): Promise<Outcome<Record<string, never>>> {
  const found = asking && (await findAsked(db, asking.personId, assignmentId));
  if (!found) return NOT_FOUND;
  const { seat, row } = found;
  const isAnswered = await db.transaction(async (tx) => {
    if (!(await lockAsked(tx, row, seat))) return false;
    await putAnswer(tx, { assignmentId, seat }, answer, now);
    return true;
  });
  return isAnswered ? { ok: true, answer: {} } : NOT_FOUND;
}

/**
 * Begins the conversation that is asked for: one for both, and whoever comes second comes into the one there is; or one’s
 * own, of which nobody else hears (X3).
 */
export async function beginAssigned(
  starter: ConversationStarter,
  requester: Requester,
  assignmentId: string,
  { role }: BeginAssignmentRequest,
): Promise<Outcome<BegunAnswer>> {
  const { db } = starter;
  const found = requester.asking && (await findAsked(db, requester.asking.personId, assignmentId));
  if (!found) return NOT_FOUND;
  const { seat, row, spaceId } = found;
  if (row.conversationId) return { ok: true, answer: { conversationId: row.conversationId } };
  const guide = (await readAskedGuides(db, [row])).get(row.id);
  if (!guide) return NOT_FOUND;
  const isTogether = isBegunTogether(guide, row.assigned);
  const request = {
    ...(isTogether && { space: spaceId }),
    ...(!isTogether && !guide.solo && { alone: true }),
    ...(role !== undefined && { role }),
  };
  let other: string | null = null;
  const started = await startWithGuide(starter, requester, guide, request, {
    async mayBegin(tx) {
      const now = await lockAsked(tx, row, seat);
      other = now?.conversationId ?? null;
      return now !== null && other === null;
    },
    async begun(tx, conversationId) {
      if (isTogether) await bindConversation(tx, assignmentId, conversationId);
    },
  });
  if (other) return { ok: true, answer: { conversationId: other } };
  return started.ok ? { ok: true, answer: { conversationId: started.answer.conversationId } } : started;
}

interface FoundAssignment {
  readonly row: AssignmentRow;
  readonly spaceId: string;
  readonly seat: Partner;
}

/** What is asked of this person now (X1, X2); null for everybody else, and for what is asked no more. */
async function findAsked(db: Db, personId: string, assignmentId: string): Promise<FoundAssignment | null> {
  if (!assignmentIdSchema.safeParse(assignmentId).success) return null;
  const row = await readAssignment(db, assignmentId);
  const engagement = row && (await readEngagement(db, row.engagementId));
  const seat = engagement && (await readSeatOf(db, engagement.spaceId, personId));
  if (!seat || !isAsked(row, seat) || !sharedIn(engagement)) return null;
  return { row, spaceId: engagement.spaceId, seat };
}

/** The same once more, while nobody changes it; null where it is asked no more. */
async function lockAsked(
  tx: Db,
  { id, engagementId }: AssignmentRow,
  seat: Partner,
): Promise<AssignmentRow | null> {
  const engagement = await lockEngagement(tx, engagementId);
  const row = await lockAssignment(tx, id);
  return row && engagement && isAsked(row, seat) && sharedIn(engagement) ? row : null;
}

const isAsked = ({ withdrawnAt, assigned }: AssignmentRow, seat: Partner) =>
  withdrawnAt === null && isFor(assigned, seat);
