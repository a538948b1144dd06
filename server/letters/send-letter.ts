import { findLetter, holdForSending, markSent, releaseLetter } from "#db/letters";
import { readSpace } from "#db/spaces";
import type { AnyRefusal } from "#wire/refusals";
import { letterIdSchema, type SendLetterRequest } from "#wire/requests";
import type { TakeKeeping } from "../lasting/take-keeping";
import { type OwnDesk, ownPlaces, slowDown } from "../own-space";
import type { Outcome, Requester } from "../requester";
import { NOT_SIGNED_IN } from "../settings";
import { type LetterWords, openLetter } from "./letter-words";

/** What sending a letter needs. */
export interface LetterDesk extends OwnDesk {
  readonly takeKeeping: TakeKeeping;
}

/**
 * Sends a letter of one's own to the partner in a space, as it stood in `version`. From then on it cannot be changed. It
 * is taken like whatever else lasts between the two, under the letter's own id: sent again it is still sent once.
 * Refused with `stale` where it says something else by now, and with `not-open` where it was sent elsewhere, says nothing,
 * or nobody is there to read it.
 */
export async function sendLetter(
  desk: LetterDesk,
  requester: Requester,
  letterId: string,
  { version, space: spaceId }: SendLetterRequest,
): Promise<Outcome<Record<string, never>>> {
  const { asking, now } = requester;
  if (!asking) return NOT_SIGNED_IN;
  if (!letterIdSchema.safeParse(letterId).success) return refuse({ kind: "not-found" });
  const wait = await slowDown(desk, asking.personId);
  if (wait) return wait;
  const places = await ownPlaces(desk, asking.personId);
  const spaceIds = places.map((place) => place.spaceId);
  const letter = await findLetter(desk.db, spaceIds, letterId);
  const words = letter && openLetter(places, letter);
  const space = await readSpace(desk.db, asking.personId, spaceId);
  if (!letter || !words || !space) return refuse({ kind: "not-found" });
  if (letter.sentIn !== null && letter.sentIn !== spaceId) return refuse({ kind: "not-open" });
  if (letter.sentAt) return SENT;
  if (words.text.trim() === "" || (space.other === null && !space.otherLeft))
    return refuse({ kind: "not-open" });
  // From here on its words stay as they are, also where this breaks off before the end: then it is sent again.
  if (!(await holdForSending(desk.db, { ...letter, version }, spaceId)))
    return refuse({ kind: "stale", current: null });
  const keeping = { kind: "letter", words: wordsToSend(words) } as const;
  const taken = await desk.takeKeeping(requester, spaceId, { keepingId: letterId, keeping });
  if (!taken.ok) {
    await releaseLetter(desk.db, letter.spaceId, letterId);
    return taken;
  }
  await markSent(desk.db, letter, spaceId, now);
  return SENT;
}

const SENT: Outcome<Record<string, never>> = { ok: true, answer: {} };
const refuse = (refusal: AnyRefusal): Outcome<never> => ({ ok: false, refusal });

/** Exactly what the other will read. */
function wordsToSend({ title, text }: LetterWords) {
  return title.trim() === "" ? { text } : { title, text };
}
