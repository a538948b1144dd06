import { strToU8, type Zippable, zip } from "fflate";
import { openWrappedKey } from "#db/key-ring";
import { seal } from "#db/sealing";
import { keepArchive, markFailed, readTakeout, tellProgress } from "#db/takeouts";
import { allNotesOf } from "../therapy/notes/read-notes";
import { guideBytes, ownGuidesOf } from "../therapy/own-guides";
import { notesFile } from "../therapy/record/record-file";
import { notesPage } from "./notes-page";
import { type PackingJob, takeoutPlace } from "./packing-job";
import { personRecord, type RecordReader } from "./person-record";
import { recordPage } from "./record-page";
import { type RecordTexts, recordTexts } from "./record-texts";

/** What packing needs of the process. */
export interface Packer extends RecordReader {
  now(): Date;
}

/**
 * Packs everything of one person into one archive, readable by people and by machines, and keeps it sealed until it is
 * taken. Nothing happens where the takeout or the person is gone.
 */
export async function packTakeout(packer: Packer, { takeoutId, locale }: PackingJob): Promise<void> {
  const { db, ring } = packer;
  const takeout = await readTakeout(db, takeoutId);
  if (!takeout) return;
  try {
    const key = openWrappedKey(ring, takeoutPlace(takeoutId), takeout.key);
    const progress = (done: number, total: number) => tellProgress(db, takeoutId, done, total);
    const person = { personId: takeout.personId, locale };
    const record = await personRecord(packer, person, packer.now(), progress);
    if (!record || !key) return await markFailed(db, takeoutId);
    const texts = await recordTexts(locale, record.person.preferences.timeZone);
    const archive = await zipped({
      "record.html": strToU8(recordPage(record, texts)),
      "record.json": strToU8(JSON.stringify(record, null, 2)),
      ...(await notesApart(packer, takeout.personId, texts)),
      ...(await guidesApart(packer, takeout.personId)),
    });
    await keepArchive(db, takeoutId, seal(key, takeoutPlace(takeoutId), archive));
  } catch (error) {
    await markFailed(db, takeoutId);
    throw error;
  }
}

/** A therapist’s own notes are files of their own; none where there are none. */
async function notesApart(packer: Packer, personId: string, texts: RecordTexts): Promise<Zippable> {
  const now = packer.now();
  const works = await allNotesOf(packer, personId, now);
  if (works.length === 0) return {};
  return {
    "notes.html": strToU8(notesPage(works, texts)),
    "notes.json": strToU8(JSON.stringify(notesFile(works, now), null, 2)),
  };
}

/** Each guide that a therapist writes, as it can be brought in again. */
async function guidesApart({ db }: Packer, personId: string): Promise<Zippable> {
  const own = await ownGuidesOf(db, personId);
  return Object.fromEntries(own.map(({ draft }, index) => [`guide-${index + 1}.json`, guideBytes(draft)]));
}

function zipped(files: Zippable): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip(files, { level: 6 }, (error, archive) => (error ? reject(error) : resolve(archive)));
  });
}
