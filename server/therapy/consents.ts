import { v7 as uuidv7 } from "uuid";
import type { Partner } from "#conversation/seats";
import type { Sharing } from "#conversation/therapy/sharing";
import type { Db } from "#db/database";
import {
  type EngagementRow,
  endEngagement,
  insertConsent,
  lockEngagement,
  readEngagement,
  withdrawConsents,
} from "#db/engagements";
import { readHeads } from "#db/heads";
import { lockSeats, readSeatOf } from "#db/members";
import { deleteWhereabouts } from "#db/whereabouts";
import { type ConsentToTherapyRequest, type EndEngagementRequest, engagementIdSchema } from "#wire/requests";
import type { Outcome, Requester } from "../requester";
import { type TherapyDesk, tellOfConsents } from "./tell-of-consents";

const NOT_FOUND: Outcome<never> = { ok: false, refusal: { kind: "not-found" } };
const DONE: Outcome<Record<string, never>> = { ok: true, answer: {} };
const DAY = 86_400_000;

/**
 * One partner’s consent, with the list of what they share; it takes the place of an earlier one. It opens nothing before
 * the other has given theirs (Y1). Only the conversations of this space can be named, and the policy has to be the one
 * that the therapist has now: it may have been another when the page was read.
 */
export async function consentToTherapy(
  desk: TherapyDesk,
  { asking, now }: Requester,
  engagementId: string,
  request: ConsentToTherapyRequest,
): Promise<Outcome<Record<string, never>>> {
  if (!asking || !engagementIdSchema.safeParse(engagementId).success) return NOT_FOUND;
  const done = await desk.db.transaction(async (tx) => {
    const found = await lockAsPartner(tx, engagementId, asking.personId);
    if (!found?.row.profile || found.row.endedAt) return null;
    if (found.row.profile.secrets !== request.secrets) return "stale-policy" as const;
    const { row, seat } = found;
    const sharing = await sharingOf(tx, row.spaceId, request);
    if (!sharing) return null;
    await insertConsent(tx, { id: uuidv7(), engagementId, seat, sharing, secrets: request.secrets }, now);
    return row;
  });
  if (done === "stale-policy") return { ok: false, refusal: { kind: "policy-changed" } };
  if (!done) return NOT_FOUND;
  // A new list may be shorter than the one before: whoever reads by that one asks anew.
  await tellOfConsents(desk, { engagementId, spaceId: done.spaceId, isLess: true }, now);
  return DONE;
}

/** From here on the therapist reads nothing of either (Y1, Y6), and their open sockets close. No reason is asked. */
export async function withdrawFromTherapy(
  desk: TherapyDesk,
  { asking, now }: Requester,
  engagementId: string,
): Promise<Outcome<Record<string, never>>> {
  if (!asking || !engagementIdSchema.safeParse(engagementId).success) return NOT_FOUND;
  const row = await desk.db.transaction(async (tx) => {
    const found = await lockAsPartner(tx, engagementId, asking.personId);
    if (!found) return null;
    await withdrawConsents(tx, engagementId, [found.seat], now);
    await deleteWhereabouts(tx, [engagementId]);
    return found.row;
  });
  if (!row) return NOT_FOUND;
  await tellOfConsents(desk, { engagementId, spaceId: row.spaceId, isLess: true }, now);
  return DONE;
}

/** The therapist ends the work. Their own copy, notes above all, is kept for so many days and is gone then. */
export async function endTherapy(
  desk: TherapyDesk,
  { asking, now }: Requester,
  engagementId: string,
  { keepDays }: EndEngagementRequest,
): Promise<Outcome<Record<string, never>>> {
  if (!asking || !engagementIdSchema.safeParse(engagementId).success) return NOT_FOUND;
  const row = await desk.db.transaction(async (tx) => {
    const found = await lockEngagement(tx, engagementId);
    if (found?.therapistId !== asking.personId || found.endedAt) return null;
    await endEngagement(tx, engagementId, new Date(now.getTime() + keepDays * DAY), now);
    return found;
  });
  if (!row) return NOT_FOUND;
  await tellOfConsents(desk, { engagementId, spaceId: row.spaceId, isLess: true }, now);
  return DONE;
}

async function lockAsPartner(
  tx: Db,
  engagementId: string,
  personId: string,
): Promise<{ readonly row: EngagementRow; readonly seat: Partner } | null> {
  // The seat first: whoever is none of the two waits for nobody.
  const known = await readEngagement(tx, engagementId);
  if (!known || !(await readSeatOf(tx, known.spaceId, personId))) return null;
  await lockSeats(tx, known.spaceId);
  const row = await lockEngagement(tx, engagementId);
  // Once more: whoever has left meanwhile consents to nothing any more.
  const seat = row && (await readSeatOf(tx, row.spaceId, personId));
  return row && seat ? { row, seat } : null;
}

/** The list as it is kept: “from here on” is the number after the last move there is. Null where it names what is not here. */
async function sharingOf(
  tx: Db,
  spaceId: string,
  { conversations, later, lasting, answers, checkIns, record }: ConsentToTherapyRequest,
): Promise<Sharing | null> {
  const heads = await readHeads(tx, spaceId);
  const named = Object.entries(conversations);
  if (named.some(([id]) => !heads.has(id))) return null;
  return {
    conversations: Object.fromEntries(
      named.map(([id, from]) => [id, from === "start" ? 1 : (heads.get(id) ?? 0) + 1]),
    ),
    newest: [...heads.keys()].sort().at(-1) ?? null,
    later,
    lasting,
    answers,
    checkIns,
    record,
  };
}
