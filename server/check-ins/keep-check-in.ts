import { deleteCheckIn, findCheckIn, insertCheckIn, putNote } from "#db/check-ins";
import { sealWords } from "#db/sealed-words";
import type { KeptAnswer } from "#wire/answers";
import { type CheckInRequest, checkInIdSchema } from "#wire/requests";
import { idIn, type OwnDesk, ownPlaces, ownPlaceToKeepIn, slowDown } from "../own-space";
import type { Outcome, Requester } from "../requester";
import { NOT_SIGNED_IN } from "../settings";
import { answersPlace } from "./check-in-place";
import { isTooLong, sealedNote, TOO_LONG, WHOLE } from "./notes";

/** Keeps what somebody answered to “How is it now?”, and the note with it. Sent twice it is kept once. */
export async function keepCheckIn(
  desk: OwnDesk,
  { asking, now }: Requester,
  { checkInId, answers, note = "" }: CheckInRequest,
): Promise<Outcome<KeptAnswer>> {
  if (!asking) return NOT_SIGNED_IN;
  if (isTooLong(note)) return TOO_LONG;
  const wait = await slowDown(desk, asking.personId);
  if (wait) return wait;
  const place = await ownPlaceToKeepIn(desk, asking, now);
  if (!place) return NOT_SIGNED_IN;
  const { spaceId, key } = place;
  const id = idIn(spaceId, checkInId);
  await desk.db.transaction(async (tx) => {
    if (await findCheckIn(tx, [spaceId], id)) return;
    const sealed = sealWords(key, answersPlace(spaceId, id), answers);
    await insertCheckIn(tx, { id, spaceId, answers: sealed, at: now });
    if (note.trim()) await putNote(tx, sealedNote(place, { checkInId: id, statement: WHOLE }, note));
  });
  return { ok: true, answer: { id } };
}

/** Removes a check-in of one's own for good, with all that stands beside it. What was shared of it is shared no more. */
export async function removeCheckIn(
  { db, ring }: OwnDesk,
  { asking }: Requester,
  checkInId: string,
): Promise<Outcome<Record<string, never>>> {
  if (!asking) return NOT_SIGNED_IN;
  const places = await ownPlaces({ db, ring }, asking.personId);
  const isGone =
    checkInIdSchema.safeParse(checkInId).success &&
    (await deleteCheckIn(
      db,
      places.map(({ spaceId }) => spaceId),
      checkInId,
    ));
  return isGone ? { ok: true, answer: {} } : { ok: false, refusal: { kind: "not-found" } };
}
