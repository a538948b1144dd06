import { lockEngagement } from "#db/engagements";
import { lockSeats } from "#db/members";
import { changeNote, deleteNote, findNote, insertNote } from "#db/process-notes";
import { sealWords } from "#db/sealed-words";
import type { KeptAnswer, NoteAnswer } from "#wire/answers";
import { type ChangeNoteRequest, type NoteOfWorkRequest, noteIdSchema } from "#wire/requests";
import { idIn, type OwnDesk, ownPlaces, ownPlaceToKeepIn, slowDown } from "../../own-space";
import type { Outcome, Requester } from "../../requester";
import { isKeptAt, keptEngagement } from "../kept-engagement";
import { isNoteTooLong, NOTE_TOO_LONG, notePlace, openNote } from "./note-words";

const NOT_FOUND: Outcome<never> = { ok: false, refusal: { kind: "not-found" } };

/**
 * Keeps a new note about the work with a couple, in its author’s own space (Y11). Sent twice it is kept once. It asks for no
 * consent: nobody else ever reads it, or hears of it.
 */
export async function keepNote(
  desk: OwnDesk,
  { asking, now }: Requester,
  engagementId: string,
  { noteId, title, text }: NoteOfWorkRequest,
): Promise<Outcome<KeptAnswer>> {
  if (!asking || !(await keptEngagement(desk.db, asking, engagementId, now))) return NOT_FOUND;
  const wait = await slowDown(desk, asking.personId);
  if (wait) return wait;
  if (isNoteTooLong({ title, text })) return NOTE_TOO_LONG;
  const place = await ownPlaceToKeepIn(desk, asking, now);
  if (!place) return NOT_FOUND;
  const { spaceId: ownSpaceId, key } = place;
  // Of this work too: the same name under another couple is another note.
  const id = idIn(ownSpaceId, `${engagementId} ${noteId}`);
  const note = { id, ownSpaceId, engagementId };
  const words = sealWords(key, notePlace(note), { title, text });
  const isDone = await desk.db.transaction(async (tx) => {
    await lockSeats(tx, ownSpaceId);
    const row = await lockEngagement(tx, engagementId);
    if (row?.therapistId !== asking.personId || !isKeptAt(row, now)) return false;
    await insertNote(tx, { ...note, words, at: now });
    return true;
  });
  return isDone ? { ok: true, answer: { id } } : NOT_FOUND;
}

/**
 * Keeps a note as it stands now. Where it was changed elsewhere since `version` it stays as it is, and the answer says what
 * stands there: what was written here is kept by whoever sent it, as a note of its own.
 */
export async function rewriteNote(
  desk: OwnDesk,
  { asking, now }: Requester,
  { engagementId, noteId }: NamedNote,
  { version, title, text }: ChangeNoteRequest,
): Promise<Outcome<NoteAnswer>> {
  if (!asking || !(await isThere(desk, { asking, now }, { engagementId, noteId }))) return NOT_FOUND;
  if (isNoteTooLong({ title, text })) return NOTE_TOO_LONG;
  const wait = await slowDown(desk, asking.personId);
  if (wait) return wait;
  const places = await ownPlaces(desk, asking.personId);
  const place = { spaceIds: places.map(({ spaceId }) => spaceId), engagementId };
  const note = await findNote(desk.db, place, noteId);
  const key = places.find(({ spaceId }) => spaceId === note?.ownSpaceId)?.key;
  if (!note || !key || !openNote(places, note)) return NOT_FOUND;
  const words = sealWords(key, notePlace(note), { title, text });
  if (await changeNote(desk.db, { ...note, version }, words, now))
    return { ok: true, answer: { kept: true, version: version + 1 } };
  const there = await findNote(desk.db, place, noteId);
  const said = there && openNote(places, there);
  if (!there || !said) return NOT_FOUND;
  // The answer to the first try may have been lost on the way.
  const isSame = said.title === title && said.text === text;
  return { ok: true, answer: isSame ? { kept: true, version: there.version } : { kept: false, ...said } };
}

/** Destroys a note for good. */
export async function destroyNote(
  desk: OwnDesk,
  { asking, now }: Requester,
  { engagementId, noteId }: NamedNote,
): Promise<Outcome<Record<string, never>>> {
  if (!asking || !(await isThere(desk, { asking, now }, { engagementId, noteId }))) return NOT_FOUND;
  const spaceIds = (await ownPlaces(desk, asking.personId)).map(({ spaceId }) => spaceId);
  const isGone = await deleteNote(desk.db, { spaceIds, engagementId }, noteId);
  return isGone ? { ok: true, answer: {} } : NOT_FOUND;
}

/** As an address names it. */
interface NamedNote {
  readonly engagementId: string;
  readonly noteId: string;
}

async function isThere(
  { db }: Pick<OwnDesk, "db">,
  { asking, now }: Pick<Requester, "asking" | "now">,
  { engagementId, noteId }: NamedNote,
): Promise<boolean> {
  if (!asking || !noteIdSchema.safeParse(noteId).success) return false;
  return (await keptEngagement(db, asking, engagementId, now)) !== null;
}
