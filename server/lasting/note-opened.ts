import type { Db } from "#db/database";
import { insertOpened } from "#db/opened-keepings";
import { type OpenedRequest, spaceIdSchema } from "#wire/requests";
import type { Outcome, Requester } from "../requester";

export type NoteOpened = (
  requester: Requester,
  spaceId: string,
  request: OpenedRequest,
) => Promise<Outcome<Record<string, never>>>;

const NOT_FOUND: Outcome<never> = { ok: false, refusal: { kind: "not-found" } };

/**
 * Remembers for its reader that a letter or an appreciation was opened. Not told to anybody: there are no read
 * receipts. What is not there, is one's own or is of another kind gets what an unknown space gets.
 */
export function makeNoteOpened(db: Db): NoteOpened {
  return async ({ asking }, spaceId, { seq }) => {
    if (!asking) return { ok: false, refusal: { kind: "not-signed-in" } };
    if (!spaceIdSchema.safeParse(spaceId).success) return NOT_FOUND;
    return (await insertOpened(db, asking.personId, spaceId, seq)) ? { ok: true, answer: {} } : NOT_FOUND;
  };
}
