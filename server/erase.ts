import { forgetClaims, readSpacesAskedFor } from "#db/close-invitations";
import { readIdsInSpace } from "#db/conversations";
import type { Db } from "#db/database";
import { endEngagement, lockEngagement, readEngagementsOf } from "#db/engagements";
import { deleteMailedCodesHeldBy, deleteMailedCodesTo } from "#db/mailed-codes";
import { lockSeats, readSeatsOf } from "#db/members";
import { deletePerson, readAddress } from "#db/people";
import { deleteNotesOf } from "#db/process-notes";
import { deleteSummariesOf } from "#db/shared-summaries";
import { ERASE_WORD } from "#wire/erase-word";
import type { EraseRequest } from "#wire/requests";
import { cookieName } from "./cookies";
import type { LeavingDesk } from "./leave-space";
import type { Origins } from "./origins";
import type { Outcome, Requester } from "./requester";
import { NOT_SIGNED_IN } from "./settings";
import { holderCookie } from "./sign-in/holder";
import { type Departure, tellOfDeparture, vacate } from "./vacate-seat";

/**
 * Erases everything of the requester, at once and for good: in every space their words and their name, then whatever
 * they were known by. Either all of it is gone or, where something broke, none. What both agreed to the other keeps.
 * Guests too. Refused as long as it was not confirmed by typing.
 */
export async function eraseEverything(
  desk: LeavingDesk,
  { asking, now }: Requester,
  { secure }: Origins,
  { confirm }: EraseRequest,
): Promise<Outcome<Record<string, never>>> {
  if (!asking) return NOT_SIGNED_IN;
  const { personId, name } = asking;
  if (!isConfirmed(confirm, name)) return { ok: false, refusal: { kind: "not-confirmed" } };
  const { departures, askedFor, engagements } = await desk.db.transaction((tx) => erase(tx, personId, now));
  desk.erased(personId);
  for (const departure of departures) await tellOfDeparture(desk, departure, now);
  for (const spaceId of new Set(engagements.map((one) => one.spaceId))) {
    await desk.live.seeWhoIsThere(await readIdsInSpace(desk.db, spaceId));
    await desk.seatsChanged(spaceId, now);
  }
  for (const spaceId of askedFor) await desk.seatsChanged(spaceId, now);
  const cookies = [cookieName(secure), holderCookie(secure)];
  return {
    ok: true,
    answer: {},
    cookies: cookies.map((cookie) => ({ name: cookie, value: "", seconds: 0 })),
  };
}

async function erase(tx: Db, personId: string, now: Date) {
  const askedFor = await readSpacesAskedFor(tx, personId);
  const theirs = (await readSeatsOf(tx, personId)).map(({ spaceId }) => spaceId);
  // In the same order as everybody else: two who erase at once wait for one another, and not for ever.
  for (const spaceId of [...new Set([...theirs, ...askedFor])].sort()) await lockSeats(tx, spaceId);
  const departures: Departure[] = [];
  // Read once more: somebody may have been let in where they had asked to come in.
  for (const place of await readSeatsOf(tx, personId))
    departures.push(await vacate(tx, place, { words: true, name: true }, now));
  const engagements = await readEngagementsOf(tx, personId);
  for (const { id } of engagements) {
    await lockEngagement(tx, id);
    await endEngagement(tx, id, null, now);
    await deleteNotesOf(tx, id);
    await deleteSummariesOf(tx, id);
  }
  await forgetClaims(tx, personId, now);
  const address = await readAddress(tx, personId);
  if (address !== null) await deleteMailedCodesTo(tx, address);
  await deleteMailedCodesHeldBy(tx, personId);
  await deletePerson(tx, personId);
  return { departures, askedFor, engagements };
}

/** The word, or one's own name; capitals and spaces around it count for nothing. */
function isConfirmed(typed: string, name: string): boolean {
  const plain = (text: string) => text.normalize("NFC").trim().toLowerCase();
  return [ERASE_WORD, plain(name)].some((asked) => asked !== "" && plain(typed) === asked);
}
