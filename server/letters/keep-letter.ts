import { changeLetter, deleteLetter, findLetter, insertLetter } from "#db/letters";
import { sealWords } from "#db/sealed-words";
import type { KeptAnswer, LetterAnswer } from "#wire/answers";
import { type ChangeLetterRequest, type LetterRequest, letterIdSchema } from "#wire/requests";
import type { Conversations } from "../find-partner";
import { idIn, type OwnDesk, ownPlaces, ownPlaceToKeepIn, slowDown } from "../own-space";
import type { Outcome, Requester } from "../requester";
import { NOT_SIGNED_IN } from "../settings";
import { letterFrom } from "./letter-from";
import { letterPlace } from "./letter-place";
import { isLetterTooLong, LETTER_TOO_LONG, type LetterWords, openLetter } from "./letter-words";

const NOT_FOUND: Outcome<never> = { ok: false, refusal: { kind: "not-found" } };

/** Keeps a new letter, or the one that was written in “Letting go”. Sent twice it is kept once. */
export async function keepLetter(
  desk: OwnDesk & Conversations,
  { asking, now }: Requester,
  request: LetterRequest,
): Promise<Outcome<KeptAnswer>> {
  if (!asking) return NOT_SIGNED_IN;
  const wait = await slowDown(desk, asking.personId);
  if (wait) return wait;
  const words: LetterWords | null =
    "from" in request ? await letterFrom(desk, asking.personId, request.from) : request;
  if (!words) return NOT_FOUND;
  if (isLetterTooLong(words)) return LETTER_TOO_LONG;
  const place = await ownPlaceToKeepIn(desk, asking, now);
  if (!place) return NOT_SIGNED_IN;
  const { spaceId } = place;
  const id = idIn(spaceId, "from" in request ? request.from : request.letterId);
  const { title, text } = words;
  const sealed = sealWords(place.key, letterPlace(spaceId, id), { title, text });
  await insertLetter(desk.db, { id, spaceId, words: sealed, at: now });
  return { ok: true, answer: { id } };
}

/**
 * Keeps a letter as it stands now. Where it was changed elsewhere since `version`, or has been sent, it stays as it is
 * and the answer says what stands there: what was written here is kept by whoever sent it, as a letter of its own.
 */
export async function rewriteLetter(
  desk: OwnDesk,
  { asking, now }: Requester,
  letterId: string,
  { version, title, text }: ChangeLetterRequest,
): Promise<Outcome<LetterAnswer>> {
  if (!asking) return NOT_SIGNED_IN;
  if (!letterIdSchema.safeParse(letterId).success) return NOT_FOUND;
  if (isLetterTooLong({ title, text })) return LETTER_TOO_LONG;
  const wait = await slowDown(desk, asking.personId);
  if (wait) return wait;
  const places = await ownPlaces(desk, asking.personId);
  const spaceIds = places.map(({ spaceId }) => spaceId);
  const letter = await findLetter(desk.db, spaceIds, letterId);
  const key = places.find(({ spaceId }) => spaceId === letter?.spaceId)?.key;
  if (!letter || !key || !openLetter(places, letter)) return NOT_FOUND;
  const place = letterPlace(letter.spaceId, letterId);
  const changed = { ...letter, version };
  if (await changeLetter(desk.db, changed, sealWords(key, place, { title, text }), now))
    return { ok: true, answer: { kept: true, version: version + 1 } };
  const there = await findLetter(desk.db, spaceIds, letterId);
  const words = there && openLetter(places, there);
  if (!there || !words) return NOT_FOUND;
  // The answer to the first try may have been lost on the way.
  const isSame = words.title === title && words.text === text;
  return { ok: true, answer: isSame ? { kept: true, version: there.version } : { kept: false, ...words } };
}

/** Destroys a letter for good. What was sent of it is the other's to keep. */
export async function destroyLetter(
  desk: OwnDesk,
  { asking }: Requester,
  letterId: string,
): Promise<Outcome<Record<string, never>>> {
  if (!asking) return NOT_SIGNED_IN;
  const spaceIds = (await ownPlaces(desk, asking.personId)).map(({ spaceId }) => spaceId);
  const isGone =
    letterIdSchema.safeParse(letterId).success && (await deleteLetter(desk.db, spaceIds, letterId));
  return isGone ? { ok: true, answer: {} } : NOT_FOUND;
}
