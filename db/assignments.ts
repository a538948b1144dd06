import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Partner } from "#conversation/seats";
import type { AssignedTo, AssignmentAnswer } from "#conversation/therapy/assignments";
import type { Db } from "./database";
import { assignment, assignmentAnswer } from "./therapy-schema";

/** What is asked for. A guide of the therapist’s own is named with its version. */
export type Asked =
  | { readonly kind: "guide"; readonly guide: string }
  | { readonly kind: "own-guide"; readonly id: string; readonly version: number }
  | { readonly kind: "check-in" | "commitment" | "reading" };

/** Something that a therapist asks of one or both, its words still sealed. */
export interface AssignmentRow {
  readonly id: string;
  readonly engagementId: string;
  readonly asked: Asked;
  readonly assigned: AssignedTo;
  /** A day. */
  readonly dueOn: string | null;
  readonly words: Uint8Array;
  readonly at: Date;
  readonly withdrawnAt: Date | null;
  /** What the two have begun for it. */
  readonly conversationId: string | null;
  /** Of whom it is for and who has said something. */
  readonly answers: Readonly<Partial<Record<Partner, Exclude<AssignmentAnswer, "open">>>>;
}

export type NewAssignment = Omit<AssignmentRow, "withdrawnAt" | "conversationId" | "answers">;

/** Kept once, however often it is sent. */
export async function insertAssignment(tx: Db, made: NewAssignment): Promise<void> {
  const { asked, assigned, ...rest } = made;
  await tx
    .insert(assignment)
    .values({
      ...rest,
      ...columnsOf(asked),
      forA: assigned !== "b",
      forB: assigned !== "a",
    })
    .onConflictDoNothing({ target: assignment.id });
}

/** Those of these engagements, the oldest first, in one query. */
export function readAssignments(db: Db, engagementIds: readonly string[]): Promise<AssignmentRow[]> {
  if (engagementIds.length === 0) return Promise.resolve([]);
  return select(db, inArray(assignment.engagementId, [...engagementIds]));
}

/** How many there are or were. */
export function countAssignments(db: Db, engagementId: string): Promise<number> {
  return db.$count(assignment, eq(assignment.engagementId, engagementId));
}

/** One of them; null for an unknown id. */
export async function readAssignment(db: Db, id: string): Promise<AssignmentRow | null> {
  const [row] = await select(db, eq(assignment.id, id));
  return row ?? null;
}

/** From here to the end of the transaction nobody else changes it. */
export async function lockAssignment(tx: Db, id: string): Promise<AssignmentRow | null> {
  await tx.select({ id: assignment.id }).from(assignment).where(eq(assignment.id, id)).for("update");
  return readAssignment(tx, id);
}

/** It is asked no more. False where it was not. */
export async function withdrawAssignment(
  tx: Db,
  { id, engagementId }: Pick<AssignmentRow, "id" | "engagementId">,
  now: Date,
): Promise<boolean> {
  const rows = await tx
    .update(assignment)
    .set({ withdrawnAt: now })
    .where(
      and(eq(assignment.id, id), eq(assignment.engagementId, engagementId), isNull(assignment.withdrawnAt)),
    )
    .returning({ id: assignment.id });
  return rows.length > 0;
}

/** The latest answer is the one that counts. To be called under `lockAssignment`. */
export async function putAnswer(
  tx: Db,
  { assignmentId, seat }: { readonly assignmentId: string; readonly seat: Partner },
  answer: AssignmentAnswer,
  now: Date,
): Promise<void> {
  await tx
    .delete(assignmentAnswer)
    .where(and(eq(assignmentAnswer.assignmentId, assignmentId), eq(assignmentAnswer.seat, seat)));
  if (answer !== "open") await tx.insert(assignmentAnswer).values({ assignmentId, seat, answer, at: now });
}

/** This conversation was begun for it. To be called under `lockAssignment`. */
export async function bindConversation(tx: Db, assignmentId: string, conversationId: string): Promise<void> {
  await tx.update(assignment).set({ conversationId }).where(eq(assignment.id, assignmentId));
}

function columnsOf(asked: Asked) {
  if (asked.kind === "own-guide")
    return { kind: "guide", ownGuideId: asked.id, ownGuideVersion: asked.version } as const;
  return asked.kind === "guide" ? asked : { kind: asked.kind };
}

async function select(db: Db, which: ReturnType<typeof eq>): Promise<AssignmentRow[]> {
  const rows = await db
    .select({ assignment, answer: assignmentAnswer })
    .from(assignment)
    .leftJoin(assignmentAnswer, eq(assignmentAnswer.assignmentId, assignment.id))
    .where(which)
    .orderBy(asc(assignment.at), asc(assignment.id));
  const found = new Map<string, AssignmentRow & { answers: AssignmentRow["answers"] }>();
  for (const { assignment: row, answer } of rows) {
    const one = found.get(row.id) ?? fromRow(row);
    if (!one) continue;
    found.set(row.id, answer ? { ...one, answers: { ...one.answers, [answer.seat]: answer.answer } } : one);
  }
  return [...found.values()];
}

/** Null where the guide that it names is gone with the therapist who wrote it. */
function fromRow(row: typeof assignment.$inferSelect): AssignmentRow | null {
  const { id, engagementId, forA, forB, dueOn, words, at, withdrawnAt, conversationId } = row;
  const assigned = forA && forB ? "both" : forA ? "a" : "b";
  const asked = askedIn(row);
  if (!asked) return null;
  return { id, engagementId, asked, assigned, dueOn, words, at, withdrawnAt, conversationId, answers: {} };
}

function askedIn({ kind, guide, ownGuideId, ownGuideVersion }: typeof assignment.$inferSelect): Asked | null {
  if (kind !== "guide") return { kind };
  if (ownGuideId !== null && ownGuideVersion !== null)
    return { kind: "own-guide", id: ownGuideId, version: ownGuideVersion };
  return guide === null ? null : { kind, guide };
}
