import { v5 as uuidv5 } from "uuid";
import { insertSpace } from "#db/conversations";
import type { Db } from "#db/database";
import type { KeyRing } from "#db/key-ring";
import { lockPerson, readOwnSpaces } from "#db/own-spaces";
import type { SealingKey } from "#db/sealing";
import type { Asking } from "#db/sign-ins";
import { readKeysOfSpaces } from "./lasting/space-keys";
import type { Limits } from "./limits";
import type { Outcome } from "./requester";
import { newPlace } from "./starting-place";

/** What reaching what somebody keeps alone needs. */
export interface OwnReader {
  readonly db: Db;
  readonly ring: KeyRing;
}

/** What keeping something there needs. */
export interface OwnDesk extends OwnReader {
  readonly limits: Limits;
}

/** A space that is one person's alone; its key is undefined where it cannot be opened. */
export interface OwnPlace {
  readonly spaceId: string;
  readonly key: SealingKey | undefined;
}

/** Where something new can be kept. */
export type OpenOwnPlace = OwnPlace & { readonly key: SealingKey };

/** All of a person's own places, the oldest first: none before there is anything in them. */
export async function ownPlaces({ db, ring }: OwnReader, personId: string): Promise<readonly OwnPlace[]> {
  const spaceIds = await readOwnSpaces(db, personId);
  const keys = await readKeysOfSpaces(db, ring, spaceIds);
  return spaceIds.map((spaceId) => ({ spaceId, key: keys.get(spaceId)?.get("a") }));
}

/** Where this person keeps something new; made when it is needed for the first time. Null for somebody who is gone. */
export async function ownPlaceToKeepIn(
  reader: OwnReader,
  { personId, name }: Pick<Asking, "personId" | "name">,
  now: Date,
): Promise<OpenOwnPlace | null> {
  const found = (await ownPlaces(reader, personId)).find(isOpen);
  if (found) return found;
  return reader.db.transaction(async (tx) => {
    if (!(await lockPerson(tx, personId))) return null;
    // Once more: another page of theirs may have been quicker.
    const meanwhile = (await ownPlaces({ ...reader, db: tx }, personId)).find(isOpen);
    if (meanwhile) return meanwhile;
    const { spaceId, key, newSpace } = newPlace(reader.ring, { personId, name }, ["a"]);
    await insertSpace(tx, { ...newSpace, isOwn: true }, now);
    return { spaceId, key };
  });
}

function isOpen(place: OwnPlace): place is OpenOwnPlace {
  return place.key !== undefined;
}

/**
 * The id of something that a browser has named, so that sending it twice keeps it once. The name alone is worth nothing:
 * in another space it is another id, and nobody learns by trying whether somebody else has used it.
 */
export function idIn(spaceId: string, nameOfBrowser: string): string {
  return uuidv5(nameOfBrowser, spaceId);
}

/** The refusal for whoever writes faster than people do. */
export async function slowDown(
  { limits }: Pick<OwnDesk, "limits">,
  personId: string,
): Promise<Outcome<never> | null> {
  const retryAfterMs = await limits.draftsPerSeat.take(`own:${personId}`);
  return retryAfterMs > 0 ? { ok: false, refusal: { kind: "slow-down", retryAfterMs } } : null;
}
