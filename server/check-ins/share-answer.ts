import { randomUUID } from "node:crypto";
import { isStatement } from "#conversation/check-ins/statements";
import { otherPartner } from "#conversation/seats";
import { deleteShare, findCheckIn, insertShare, type SealedCheckIn } from "#db/check-ins";
import type { Db } from "#db/database";
import { lockSeats } from "#db/members";
import { unsealWords } from "#db/sealed-words";
import { readSpace } from "#db/spaces";
import type { AnyRefusal } from "#wire/refusals";
import { checkInIdSchema, type ShareRequest } from "#wire/requests";
import { type OwnDesk, type OwnPlace, ownPlaces, slowDown } from "../own-space";
import type { Outcome, Requester } from "../requester";
import { NOT_SIGNED_IN } from "../settings";
import { answersPlace } from "./check-in-place";

const NOT_FOUND: AnyRefusal = { kind: "not-found" };

/**
 * Lets the partner in a space read one answer of one's own, or takes that back: then there is nothing left of it, and
 * nobody is told, neither now nor when they look. Refused with `left` where the other has left, and with `not-open` while
 * nobody is there; taking back is never refused.
 */
export async function shareAnswer(
  desk: OwnDesk,
  { asking, now }: Requester,
  checkInId: string,
  request: ShareRequest,
): Promise<Outcome<Record<string, never>>> {
  if (!asking) return NOT_SIGNED_IN;
  const { personId } = asking;
  if (!checkInIdSchema.safeParse(checkInId).success) return { ok: false, refusal: NOT_FOUND };
  const wait = await slowDown(desk, personId);
  if (wait) return wait;
  const places = await ownPlaces(desk, personId);
  const refusal = await desk.db.transaction((tx) =>
    change(tx, { personId, places, checkInId, now }, request),
  );
  return refusal ? { ok: false, refusal } : { ok: true, answer: {} };
}

interface Sharing {
  readonly personId: string;
  readonly places: readonly OwnPlace[];
  readonly checkInId: string;
  readonly now: Date;
}

async function change(
  tx: Db,
  { personId, places, checkInId, now }: Sharing,
  { statement, space: spaceId, shared }: ShareRequest,
): Promise<AnyRefusal | null> {
  await lockSeats(tx, spaceId); // from here on nobody leaves it
  const space = await readSpace(tx, personId, spaceId);
  const ids = places.map((place) => place.spaceId);
  const checkIn = await findCheckIn(tx, ids, checkInId);
  if (!space || !checkIn) return NOT_FOUND;
  const share = { checkInId, statement, spaceId, toSeat: otherPartner(space.seat) };
  if (!shared) {
    await deleteShare(tx, share);
    return null;
  }
  if (!hasAnswer(places, checkIn, statement)) return NOT_FOUND;
  if (space.otherLeft) return { kind: "left" };
  if (space.other === null) return { kind: "not-open" };
  await insertShare(tx, { ...share, id: randomUUID(), fromSeat: space.seat, at: now });
  return null;
}

function hasAnswer(places: readonly OwnPlace[], { id, spaceId, answers }: SealedCheckIn, statement: string) {
  const key = places.find((place) => place.spaceId === spaceId)?.key;
  const opened = unsealWords(key, answersPlace(spaceId, id), answers);
  return isStatement(statement) && opened?.[statement] !== undefined;
}
