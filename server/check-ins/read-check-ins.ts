import type { AnsweredAt } from "#conversation/check-ins/changes";
import type { Answers } from "#conversation/check-ins/statements";
import { readCheckIns, readNotes, readSharesOf, type Share } from "#db/check-ins";
import { unsealWords } from "#db/sealed-words";
import { type OwnReader, ownPlaces } from "../own-space";
import { answersPlace, notePlace } from "./check-in-place";

/** A check-in of one's own, with all that stands beside it. */
export interface OwnCheckIn extends AnsweredAt {
  readonly id: string;
  /** The answers cannot be opened; then there are none. */
  readonly unreadable?: true;
  /** By the id of the statement, or `whole`. */
  readonly notes: Readonly<Record<string, string>>;
  readonly shares: readonly Omit<Share, "checkInId">[];
}

/** All check-ins of a person, the oldest first. The number of queries is the same however many there are. */
export async function ownCheckIns(reader: OwnReader, personId: string): Promise<readonly OwnCheckIn[]> {
  const places = await ownPlaces(reader, personId);
  const keys = new Map(places.map(({ spaceId, key }) => [spaceId, key]));
  const spaceIds = [...keys.keys()];
  const [rows, notes, shares] = await Promise.all([
    readCheckIns(reader.db, spaceIds),
    readNotes(reader.db, spaceIds),
    readSharesOf(reader.db, spaceIds),
  ]);
  return rows.map(({ id, spaceId, answers, at }) => {
    const key = keys.get(spaceId);
    const opened = unsealWords(key, answersPlace(spaceId, id), answers);
    const own = notes.flatMap(({ checkInId, statement, note }) => {
      const words = checkInId === id && unsealWords(key, notePlace(spaceId, id, statement), note);
      return words ? [[statement, String(words.text)] as const] : [];
    });
    return {
      id,
      at,
      answers: (opened ?? {}) as Answers, // sealed by us, after the schema
      ...(!opened && { unreadable: true as const }),
      notes: Object.fromEntries(own),
      shares: shares.flatMap(({ checkInId, ...share }) => (checkInId === id ? [share] : [])),
    };
  });
}

/**
 * The answers of a person's check-ins for somebody who may read these and nothing beside them: no notes, no ids, not with
 * whom else one is shared. The oldest first; what cannot be opened is not there.
 */
export async function answersOverTime(reader: OwnReader, personId: string): Promise<readonly AnsweredAt[]> {
  const places = await ownPlaces(reader, personId);
  const keys = new Map(places.map(({ spaceId, key }) => [spaceId, key]));
  const rows = await readCheckIns(reader.db, [...keys.keys()]);
  return rows.flatMap(({ id, spaceId, answers, at }) => {
    const opened = unsealWords(keys.get(spaceId), answersPlace(spaceId, id), answers);
    return opened ? [{ at, answers: opened as Answers }] : []; // sealed by us, after the schema
  });
}
