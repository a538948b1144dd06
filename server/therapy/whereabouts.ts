import type { Partner } from "#conversation/seats";
import { WHEREABOUTS_KEPT, wordToSay } from "#conversation/therapy/whereabouts";
import { readIdsInSpace } from "#db/conversations";
import type { Db } from "#db/database";
import { type EngagementRow, lockEngagement, readEngagement, readEngagementsIn } from "#db/engagements";
import type { KeyRing } from "#db/key-ring";
import { findSeat, readSeatOf } from "#db/members";
import { sealWords, unsealWords, type WordsPlace } from "#db/sealed-words";
import { readSpace } from "#db/spaces";
import {
  deleteWhereabouts,
  markAsked,
  putWhereabouts,
  readWhereabouts,
  type WhereaboutsRow,
} from "#db/whereabouts";
import type { TherapistProfile, Whereabouts } from "#wire/events";
import type { AnyRefusal } from "#wire/refusals";
import { engagementIdSchema, spaceIdSchema, type WhereaboutsRequest } from "#wire/requests";
import { readKeysOfSpace, type SeatKeys } from "../lasting/space-keys";
import type { LiveConversation, LiveConversations } from "../live-conversations";
import type { Outcome, Requester } from "../requester";
import type { Place } from "./place";
import type { TherapyDesk } from "./tell-of-consents";
import { sharedIn, therapistsIn } from "./therapists";

// Before a meeting apart: where one of the two is, whom to call, and their word. For the therapist alone; that anything
// was given is as private as what it is, so no access log and nothing of the other’s says so.

const NOT_FOUND: Outcome<never> = { ok: false, refusal: { kind: "not-found" } };
const DONE: Outcome<Record<string, never>> = { ok: true, answer: {} };

/** Gives it to one therapist, in the place of what was given before (Z1, Z2). Refused as unknown without both consents. */
export async function giveWhereabouts(
  desk: TherapyDesk,
  { asking, now }: Requester,
  engagementId: string,
  { where, call, word }: WhereaboutsRequest,
): Promise<Outcome<Record<string, never>>> {
  if (!asking || !engagementIdSchema.safeParse(engagementId).success) return NOT_FOUND;
  const retryAfterMs = await desk.limits.draftsPerSeat.take(`whereabouts:${asking.personId}`);
  if (retryAfterMs > 0) return { ok: false, refusal: { kind: "slow-down", retryAfterMs } };
  const goneAt = new Date(now.getTime() + WHEREABOUTS_KEPT);
  const spaceId = await desk.db.transaction(async (tx) => {
    const found = await lockShared(tx, engagementId, asking.personId);
    const key = found && (await readKeysOfSpace(tx, desk.ring, found.spaceId)).get(found.seat);
    if (!found || !key) return null;
    const { seat } = found;
    const words = sealWords(key, placeOf(found.spaceId, { engagementId, seat }), { where, call, word });
    await putWhereabouts(tx, { engagementId, seat, words, goneAt });
    return found.spaceId;
  });
  if (spaceId === null) return NOT_FOUND;
  await tell(desk, { engagementId, spaceId }, now);
  return DONE;
}

/** Takes it back, at any time. Nothing to take back is as good. */
export async function takeBackWhereabouts(
  desk: TherapyDesk,
  { asking, now }: Requester,
  engagementId: string,
): Promise<Outcome<Record<string, never>>> {
  if (!asking || !engagementIdSchema.safeParse(engagementId).success) return NOT_FOUND;
  const row = await readEngagement(desk.db, engagementId);
  const seat = row && (await readSeatOf(desk.db, row.spaceId, asking.personId));
  if (!row || !seat) return NOT_FOUND;
  await deleteWhereabouts(desk.db, [engagementId], seat);
  await tell(desk, { engagementId, spaceId: row.spaceId }, now);
  return DONE;
}

/** What one of a couple has given one therapist; `given` is null while that is nothing. */
export interface OwnWhereabouts {
  readonly engagementId: string;
  readonly profile: TherapistProfile;
  readonly given: Whereabouts | null;
  readonly goneAt: Date | null;
}

/** For the page of a partner: the therapists whom both consent to now. Null for a stranger, and for an unknown space. */
export async function ownWhereabouts(
  { db, ring }: { readonly db: Db; readonly ring: KeyRing },
  personId: string,
  spaceId: string,
  now: Date,
): Promise<readonly OwnWhereabouts[] | null> {
  const space = spaceIdSchema.safeParse(spaceId).success ? await readSpace(db, personId, spaceId) : null;
  if (!space) return null;
  const engagements = (await readEngagementsIn(db, [spaceId])).filter((row) => sharedIn(row) !== null);
  const [rows, keys] = await Promise.all([
    readWhereabouts(
      db,
      engagements.map(({ id }) => id),
      now,
    ),
    readKeysOfSpace(db, ring, spaceId),
  ]);
  return engagements.flatMap(({ id, profile }) => {
    const row = rows.find(({ engagementId, seat }) => engagementId === id && seat === space.seat);
    const given = row ? open(row, spaceId, keys) : null;
    return profile ? [{ engagementId: id, profile, given, goneAt: given && row ? row.goneAt : null }] : [];
  });
}

/** What an opened conversation tells of it. */
export interface WhereaboutsHere {
  /** For the therapist whose it is; empty for everybody else. */
  readonly whereabouts: readonly Whereabouts[];
  /** For a partner: their own word, while there is a therapist who would hear it (Z3). */
  readonly word: string | null;
}

/** One query where there is a therapist, none elsewhere. */
export async function whereaboutsHere(
  db: Db,
  { spaceId, keys, therapists }: Pick<LiveConversation, "spaceId" | "keys" | "therapists">,
  place: Place,
  now: Date,
): Promise<WhereaboutsHere> {
  const ids = place.seat === "t" ? [place.engagementId] : therapists.map(({ engagementId }) => engagementId);
  const rows = await readWhereabouts(db, ids, now);
  const opened = rows.flatMap((row) => open(row, spaceId, keys) ?? []);
  if (place.seat === "t") return { whereabouts: opened, word: null };
  return { whereabouts: [], word: wordToSay(opened.filter(({ seat }) => seat === place.seat)) };
}

/** To which therapists it was said, and what each of them is to be told. */
export type WordSaid =
  | { readonly ok: true; readonly to: readonly ToldWhereabouts[] }
  | { readonly ok: false; readonly refusal: AnyRefusal };

export interface ToldWhereabouts {
  readonly engagementId: string;
  readonly whereabouts: readonly Whereabouts[];
}

/**
 * Says one’s word, to the therapists to whom one has given it, and nobody else: no move, no line, no time of it is in any
 * log (Z3). Sign-in and consents are proved again.
 */
export async function sayWord(
  { db, live: conversations }: { readonly db: Db; readonly live: LiveConversations },
  sender: Place & { readonly tokenHash: Uint8Array },
  conversationId: string,
  now: Date,
): Promise<WordSaid> {
  const live = await conversations.load(conversationId);
  if (!live) return { ok: false, refusal: { kind: "not-a-member" } };
  await conversations.seeWhoIsThere([conversationId]);
  const { seat, tokenHash } = sender;
  const ids = live.therapists.map(({ engagementId }) => engagementId);
  const given = await readWhereabouts(db, ids, now);
  const isMine = (row: WhereaboutsRow) => row.seat === seat && open(row, live.spaceId, live.keys)?.word;
  const hearing = given.filter(isMine).map(({ engagementId }) => engagementId);
  if (seat === "t" || hearing.length === 0) return { ok: false, refusal: { kind: "not-open" } };
  const heard = await db.transaction(async (tx) => {
    const consenting: string[] = [];
    for (const id of hearing) {
      const engagement = await lockEngagement(tx, id);
      if (engagement && therapistsIn([engagement], conversationId).length > 0) consenting.push(id);
    }
    if ((await findSeat(tx, conversationId, tokenHash, now)) !== seat) return null;
    await markAsked(tx, consenting, seat, now);
    return readWhereabouts(tx, consenting, now);
  });
  if (!heard) return { ok: false, refusal: { kind: "not-a-member" } };
  const to = [...new Set(heard.map(({ engagementId }) => engagementId))].map((engagementId) => ({
    engagementId,
    whereabouts: heard
      .filter((row) => row.engagementId === engagementId)
      .flatMap((row) => open(row, live.spaceId, live.keys) ?? []),
  }));
  return { ok: true, to };
}

/** The therapist’s open pages show what there is now. */
async function tell(
  desk: TherapyDesk,
  { engagementId, spaceId }: { readonly engagementId: string; readonly spaceId: string },
  now: Date,
): Promise<void> {
  const [rows, keys, conversationIds] = await Promise.all([
    readWhereabouts(desk.db, [engagementId], now),
    readKeysOfSpace(desk.db, desk.ring, spaceId),
    readIdsInSpace(desk.db, spaceId),
  ]);
  const whereabouts = rows.flatMap((row) => open(row, spaceId, keys) ?? []);
  desk.whereaboutsChanged({ engagementId, conversationIds, whereabouts });
}

async function lockShared(
  tx: Db,
  engagementId: string,
  personId: string,
): Promise<{ readonly spaceId: string; readonly seat: Partner } | null> {
  const row: EngagementRow | null = await lockEngagement(tx, engagementId);
  const seat = row && sharedIn(row) ? await readSeatOf(tx, row.spaceId, personId) : null;
  return row && seat ? { spaceId: row.spaceId, seat } : null;
}

function open(row: WhereaboutsRow, spaceId: string, keys: SeatKeys): Whereabouts | null {
  const words = unsealWords(keys.get(row.seat), placeOf(spaceId, row), row.words);
  if (!words) return null;
  const text = (name: string) => (typeof words[name] === "string" ? words[name] : "");
  const askedAt = row.askedAt?.toISOString() ?? null;
  return { seat: row.seat, where: text("where"), call: text("call"), word: text("word"), askedAt };
}

const placeOf = (
  spaceId: string,
  { engagementId, seat }: Pick<WhereaboutsRow, "engagementId" | "seat">,
): WordsPlace => ({ spaceId, conversationId: "whereabouts", what: engagementId, seat });
