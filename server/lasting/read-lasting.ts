import { readsKeeping } from "#conversation/keeping/keeping-view";
import type { RecordedKeeping } from "#conversation/keeping/keepings";
import type { Register } from "#conversation/keeping/register";
import type { Partner } from "#conversation/seats";
import { readWordings } from "#db/agreements";
import type { Db } from "#db/database";
import type { KeyRing } from "#db/key-ring";
import { readOpened } from "#db/opened-keepings";
import { readSealedKeepings, type SealedKeeping } from "#db/read-keepings";
import { unsealWords } from "#db/sealed-words";
import type { Asking } from "#db/sign-ins";
import { readSpace } from "#db/spaces";
import type { Preferences } from "#wire/preferences";
import { spaceIdSchema } from "#wire/requests";
import { calendarAt } from "../calendar";
import { keepingPlace } from "./keeping-place";
import type { KeepingRead, LastingView } from "./lasting-view";
import { placeOf } from "./place-of";
import { toAgreements } from "./read-agreements";
import { readKeysOfSpace, type SeatKeys } from "./space-keys";
import { zoneOf } from "./zone-of";

/** What reading needs of the process. */
export interface LastingReader {
  readonly db: Db;
  readonly ring: KeyRing;
}

/** For whom it is read, and in which zone their days are counted. */
type LastingReaderOf = Pick<Asking, "personId"> & { readonly preferences: Pick<Preferences, "timeZone"> };

/**
 * All that lasts between two people, as the one who asks may read it. The number of queries is the same however much
 * there is. Null for a stranger, an unknown space, and a space of one's own.
 */
export async function readLasting(
  { db, ring }: LastingReader,
  { personId, preferences }: LastingReaderOf,
  spaceId: string,
  now: Date,
): Promise<LastingView | null> {
  const space = spaceIdSchema.safeParse(spaceId).success ? await readSpace(db, personId, spaceId) : null;
  if (!space) return null;
  const { seat } = space;
  const [keys, wordings, sealed, opened] = await Promise.all([
    readKeysOfSpace(db, ring, spaceId),
    readWordings(db, spaceId),
    readSealedKeepings(db, spaceId),
    readOpened(db, spaceId, seat),
  ]);
  const agreements = toAgreements(wordings, { spaceId, seat, key: keys.get(seat) });
  const kept = sealed.map(({ recorded }) => recorded);
  const place = placeOf(agreements, kept, space.otherLeft);
  return {
    space,
    zone: zoneOf(preferences),
    calendar: calendarAt(now),
    place,
    agreements,
    keepings: readByNumber(sealed, place.register, { spaceId, keys, reads: partnerReads(seat) }),
    opened: new Set(opened),
  };
}

/** For whom words are opened, and by which rule. */
interface Reader {
  readonly spaceId: string;
  readonly keys: SeatKeys;
  reads(register: Register, keeping: RecordedKeeping): boolean;
}

/** One of the two reads. */
export function partnerReads(seat: Partner): Reader["reads"] {
  return (register, keeping) => readsKeeping(register, seat, keeping);
}

/** Of every keeping who made it and when, and its words where this reader may have them. */
export function readByNumber(
  sealed: readonly SealedKeeping[],
  register: Register,
  reader: Reader,
): ReadonlyMap<number, KeepingRead> {
  return new Map(sealed.map((one) => [one.recorded.seq, toRead(one, register, reader)]));
}

/** What a reader may not read stays sealed: there is nothing to see of its words, not even that there are any. */
function toRead({ recorded, words }: SealedKeeping, register: Register, reader: Reader): KeepingRead {
  const { seq, seat: by, keepingId, at } = recorded;
  const read = { seq, by, at: new Date(at) };
  if (words === null || !reader.reads(register, recorded)) return read;
  const opened = unsealWords(reader.keys.get(by), keepingPlace(reader.spaceId, keepingId, by), words);
  return opened ? { ...read, words: opened } : { ...read, unreadable: true };
}
