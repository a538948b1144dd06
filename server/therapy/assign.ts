import type { Guide } from "#conversation/guide";
import { mayBeAskedOf, mayBeDueOn } from "#conversation/therapy/assignments";
import { type Asked, countAssignments, insertAssignment, withdrawAssignment } from "#db/assignments";
import type { Db } from "#db/database";
import { lockEngagement } from "#db/engagements";
import { sealWords } from "#db/sealed-words";
import type { KeptAnswer } from "#wire/answers";
import type { AnyRefusal } from "#wire/refusals";
import { type AssignRequest, assignmentIdSchema, engagementIdSchema } from "#wire/requests";
import { calendarAt } from "../calendar";
import { readKeysOfSpace } from "../lasting/space-keys";
import { zoneOf } from "../lasting/zone-of";
import { idIn } from "../own-space";
import type { Outcome, Requester } from "../requester";
import { findAskedGuide } from "./asked-guides";
import { assignmentPlace, LONGEST_NOTE, LONGEST_TEXT } from "./assignment-words";
import type { TherapyDesk } from "./tell-of-consents";
import { sharedIn } from "./therapists";

const NOT_FOUND: Outcome<never> = { ok: false, refusal: { kind: "not-found" } };

/** Of one couple: more than years of work ask for, and no more than a page shows. */
const MOST_ASKED = 500;

type Desk = Pick<TherapyDesk, "db" | "ring" | "limits">;

/**
 * Asks something of one or both, for the time until the next meeting. Sent twice it is asked once. Without the consent of
 * both, and for anybody but their therapist, refused as unknown (X1); refused with what is wrong where it takes two and is
 * for one (X3), or its day is not to be had (X5).
 */
export async function assign(
  desk: Desk,
  { asking, now }: Requester,
  engagementId: string,
  request: AssignRequest,
): Promise<Outcome<KeptAnswer>> {
  if (!asking || !engagementIdSchema.safeParse(engagementId).success) return NOT_FOUND;
  const retryAfterMs = await desk.limits.draftsPerSeat.take(`assign:${asking.personId}`);
  if (retryAfterMs > 0) return refuse({ kind: "slow-down", retryAfterMs });
  const words = wordsOf(request);
  if (words.note.length > LONGEST_NOTE) return refuse({ kind: "too-long", limit: LONGEST_NOTE });
  if (words.text.length > LONGEST_TEXT) return refuse({ kind: "too-long", limit: LONGEST_TEXT });
  const asked = askedIn(request);
  const guide = await findAskedGuide(desk.db, asked, asking.personId);
  if (guide === "unknown") return NOT_FOUND;
  const issues = issuesOf(request, guide, calendarAt(now).today(zoneOf(asking.preferences)));
  if (issues.length > 0) return refuse({ kind: "bad-request", issues });
  const id = idIn(engagementId, request.assignmentId);
  return desk.db.transaction(async (tx) => {
    const row = await lockEngagement(tx, engagementId);
    if (row?.therapistId !== asking.personId || !sharedIn(row)) return NOT_FOUND;
    if ((await countAssignments(tx, engagementId)) >= MOST_ASKED)
      return refuse({ kind: "too-many", limit: MOST_ASKED });
    const key = (await readKeysOfSpace(tx, desk.ring, row.spaceId)).get("t");
    if (!key) return NOT_FOUND;
    const sealed = sealWords(key, assignmentPlace(row.spaceId, id), words);
    const { for: assigned, dueOn = null } = request;
    await insertAssignment(tx, { id, engagementId, asked, assigned, dueOn, words: sealed, at: now });
    return { ok: true, answer: { id } };
  });
}

/** It is asked no more, and shown no more to whom it was for. What was begun for it stays the couple’s. */
export async function withdrawWhatIsAsked(
  desk: Desk,
  { asking, now }: Requester,
  engagementId: string,
  assignmentId: string,
): Promise<Outcome<Record<string, never>>> {
  if (!asking || !areIds(engagementId, assignmentId)) return NOT_FOUND;
  const isWithdrawn = await desk.db.transaction(async (tx: Db) => {
    const row = await lockEngagement(tx, engagementId);
    if (row?.therapistId !== asking.personId) return false;
    return withdrawAssignment(tx, { id: assignmentId, engagementId }, now);
  });
  return isWithdrawn ? { ok: true, answer: {} } : NOT_FOUND;
}

function issuesOf({ for: assigned, dueOn }: AssignRequest, guide: Guide | null, today: string): string[] {
  return [
    ...(guide && !mayBeAskedOf(guide, assigned) ? ["for: this guide takes two"] : []),
    ...(dueOn !== undefined && !mayBeDueOn(dueOn, today)
      ? ["dueOn: today or later, at most a year ahead"]
      : []),
  ];
}

function askedIn({ asked }: AssignRequest): Asked {
  if (asked.kind === "guide" || asked.kind === "own-guide") return asked;
  return { kind: asked.kind };
}

function wordsOf({ asked, note = "" }: AssignRequest) {
  return { note, text: "text" in asked ? asked.text : "" };
}

const areIds = (...ids: readonly string[]) => ids.every((id) => assignmentIdSchema.safeParse(id).success);
const refuse = (refusal: AnyRefusal): Outcome<never> => ({ ok: false, refusal });
