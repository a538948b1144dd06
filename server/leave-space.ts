import type { Db } from "#db/database";
import { lockSeats, readSeatOf } from "#db/members";
import type { LeaveSpaceRequest } from "#wire/requests";
import { spaceIdSchema } from "#wire/requests";
import type { Outcome, Requester } from "./requester";
import { type DepartureDesk, tellOfDeparture, vacate } from "./vacate-seat";

/** What leaving and erasing need of the process. */
export interface LeavingDesk extends DepartureDesk {
  readonly db: Db;
  /** Closes every socket of a person who is no more. */
  erased(personId: string): void;
}

const NOT_FOUND: Outcome<never> = { ok: false, refusal: { kind: "not-found" } };

/**
 * Leaves a space for good. What the requester wrote there stays for the other to read (`leave`) or is gone for both
 * (`take-back`); what both agreed to the other keeps, in their own copy. No reason is asked and none is told.
 * A stranger, and whoever has left already, gets what an unknown space gets.
 */
export async function leaveSpace(
  desk: LeavingDesk,
  { asking, now }: Requester,
  spaceId: string,
  { words }: LeaveSpaceRequest,
): Promise<Outcome<Record<string, never>>> {
  if (!asking || !spaceIdSchema.safeParse(spaceId).success) return NOT_FOUND;
  const departure = await desk.db.transaction(async (tx) => {
    await lockSeats(tx, spaceId);
    const seat = await readSeatOf(tx, spaceId, asking.personId);
    const luggage = { words: words === "take-back", name: false };
    return seat && vacate(tx, { spaceId, seat }, luggage, now);
  });
  if (!departure) return NOT_FOUND;
  await tellOfDeparture(desk, departure, now);
  return { ok: true, answer: {} };
}
