import { deleteNote, findCheckIn, putNote, type SealedNote } from "#db/check-ins";
import { sealWords } from "#db/sealed-words";
import { checkInIdSchema, type NoteRequest } from "#wire/requests";
import { type OpenOwnPlace, type OwnDesk, ownPlaces, slowDown } from "../own-space";
import type { Outcome, Requester } from "../requester";
import { NOT_SIGNED_IN } from "../settings";
import { notePlace } from "./check-in-place";

/** Stands in the place of a statement where a note is beside a whole check-in. */
export const WHOLE = "whole";
/** The most characters of one note. */
const MOST_IN_A_NOTE = 2_000;
const NOT_FOUND: Outcome<never> = { ok: false, refusal: { kind: "not-found" } };
export const TOO_LONG: Outcome<never> = { ok: false, refusal: { kind: "too-long", limit: MOST_IN_A_NOTE } };

export function isTooLong(note: string): boolean {
  return note.length > MOST_IN_A_NOTE;
}

type BesideWhat = Pick<SealedNote, "checkInId" | "statement">;

export function sealedNote({ spaceId, key }: OpenOwnPlace, beside: BesideWhat, note: string): SealedNote {
  const place = notePlace(spaceId, beside.checkInId, beside.statement);
  return { ...beside, note: sealWords(key, place, { text: note }) };
}

/** Writes, changes or, with an empty one, removes the note beside one answer of one's own, or beside a whole check-in. */
export async function noteBeside(
  desk: OwnDesk,
  { asking }: Requester,
  checkInId: string,
  { statement, note }: NoteRequest,
): Promise<Outcome<Record<string, never>>> {
  if (!asking) return NOT_SIGNED_IN;
  if (!checkInIdSchema.safeParse(checkInId).success) return NOT_FOUND;
  if (isTooLong(note)) return TOO_LONG;
  const wait = await slowDown(desk, asking.personId);
  if (wait) return wait;
  const places = await ownPlaces(desk, asking.personId);
  const isKept = await desk.db.transaction(async (tx) => {
    const found = await findCheckIn(
      tx,
      places.map(({ spaceId }) => spaceId),
      checkInId,
    );
    const place = places.find(({ spaceId }) => spaceId === found?.spaceId);
    if (!place?.key) return false;
    const { spaceId, key } = place;
    const beside = { checkInId, statement };
    if (note.trim()) await putNote(tx, sealedNote({ spaceId, key }, beside, note));
    else await deleteNote(tx, beside);
    return true;
  });
  return isKept ? { ok: true, answer: {} } : NOT_FOUND;
}
