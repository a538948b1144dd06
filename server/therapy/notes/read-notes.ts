import { type EngagementRow, readEngagementsOf } from "#db/engagements";
import { readMembersIn } from "#db/members";
import { findNote, readNotes, type SealedNote } from "#db/process-notes";
import type { Asking } from "#db/sign-ins";
import { noteIdSchema } from "#wire/requests";
import { type OwnPlace, type OwnReader, ownPlaces } from "../../own-space";
import { type CoupleSeen, coupleSeen } from "../couple-seen";
import { isKeptAt, keptEngagement } from "../kept-engagement";
import { sharedIn } from "../therapists";
import { type NoteWords, openNote } from "./note-words";

/** A note of one's own. */
export interface OwnNote {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly changedAt: Date;
  /** Null where they cannot be opened. */
  readonly words: NoteWords | null;
}

/** What a therapist has written down for themselves about the work with one couple. */
export interface NotesOfWork {
  readonly couple: CoupleSeen;
  readonly endedAt: Date | null;
  /** Until when they are kept, once the work has ended. */
  readonly keptUntil: Date | null;
  /** The oldest first. */
  readonly notes: readonly OwnNote[];
}

/** Null for an unknown engagement, for everybody else’s, and once the notes are gone (Y11). */
export async function notesOfWork(
  reader: OwnReader,
  asking: Asking,
  engagementId: string,
  now: Date,
): Promise<NotesOfWork | null> {
  const row = await keptEngagement(reader.db, asking, engagementId, now);
  return row && readOf(reader, row, await ownPlaces(reader, asking.personId));
}

/** One of them; null likewise. */
export async function ownNote(
  reader: OwnReader,
  asking: Asking,
  engagementId: string,
  noteId: string,
  now: Date,
): Promise<OwnNote | null> {
  if (!noteIdSchema.safeParse(noteId).success) return null;
  if (!(await keptEngagement(reader.db, asking, engagementId, now))) return null;
  const places = await ownPlaces(reader, asking.personId);
  const spaceIds = places.map(({ spaceId }) => spaceId);
  const note = await findNote(reader.db, { spaceIds, engagementId }, noteId);
  return note && toOwnNote(places, note);
}

/** All of a therapist’s notes, by couple; none of those about whom nothing was written. */
export async function allNotesOf(
  reader: OwnReader,
  personId: string,
  now: Date,
): Promise<readonly NotesOfWork[]> {
  const places = await ownPlaces(reader, personId);
  const rows = (await readEngagementsOf(reader.db, personId)).filter((row) => isKeptAt(row, now));
  const all: NotesOfWork[] = [];
  for (const row of rows) all.push(await readOf(reader, row, places));
  return all.filter(({ notes }) => notes.length > 0);
}

async function readOf(
  { db }: OwnReader,
  row: EngagementRow,
  places: readonly OwnPlace[],
): Promise<NotesOfWork> {
  const spaceIds = places.map(({ spaceId }) => spaceId);
  const [notes, members] = await Promise.all([
    readNotes(db, { spaceIds, engagementId: row.id }),
    readMembersIn(db, [row.spaceId]),
  ]);
  const { endedAt, keptUntil } = row;
  const couple = coupleSeen(row, sharedIn(row), members);
  return { couple, endedAt, keptUntil, notes: notes.map((note) => toOwnNote(places, note)) };
}

function toOwnNote(places: readonly OwnPlace[], note: SealedNote): OwnNote {
  const { id, version, createdAt, changedAt } = note;
  return { id, version, createdAt, changedAt, words: openNote(places, note) };
}
