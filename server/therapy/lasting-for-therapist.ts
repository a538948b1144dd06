import { PARTNERS } from "#conversation/seats";
import { keepingsForTherapist, therapistReadsKeeping } from "#conversation/therapy/keepings-for-therapist";
import { type BothSharing, bothShare } from "#conversation/therapy/sharing";
import { readWordings } from "#db/agreements";
import { readSealedKeepings } from "#db/read-keepings";
import { calendarAt } from "../calendar";
import type { LastingView } from "../lasting/lasting-view";
import { placeOf } from "../lasting/place-of";
import { toAgreements } from "../lasting/read-agreements";
import { readByNumber } from "../lasting/read-lasting";
import { readKeysOfSpace } from "../lasting/space-keys";
import type { Reader } from "./couple-seen";

/** What lasts between two people, as far as both let their therapist read it (Y8). */
export type LastingForTherapist = Pick<
  LastingView,
  "zone" | "calendar" | "place" | "agreements" | "keepings"
>;

/**
 * The same as the two read, by the same fold; agreements in the copy of whoever's key is there. Null where not both
 * share it. The number of queries is the same however much there is.
 */
export async function lastingForTherapist(
  { db, ring }: Reader,
  both: BothSharing,
  { spaceId, zone }: { readonly spaceId: string; readonly zone: string },
  now: Date,
): Promise<LastingForTherapist | null> {
  if (!bothShare(both, "lasting")) return null;
  const [keys, wordings, all] = await Promise.all([
    readKeysOfSpace(db, ring, spaceId),
    readWordings(db, spaceId),
    readSealedKeepings(db, spaceId),
  ]);
  const seat = PARTNERS.find((one) => keys.has(one)) ?? "a";
  const agreements = toAgreements(wordings, { spaceId, seat, key: keys.get(seat) });
  const told = keepingsForTherapist(
    both,
    all.map(({ recorded }) => recorded),
  );
  const numbers = new Set(told.map(({ seq }) => seq));
  const place = placeOf(agreements, told, false);
  const sealed = all.filter(({ recorded }) => numbers.has(recorded.seq));
  const keepings = readByNumber(sealed, place.register, { spaceId, keys, reads: therapistReadsKeeping });
  return { zone, calendar: calendarAt(now), place, agreements, keepings };
}
