import { v7 as uuidv7 } from "uuid";
import { findOrInsertByAddress, giveAddress } from "#db/addresses";
import { insertPerson } from "#db/people";
import type { Requester } from "../requester";
import type { SignInDesk } from "./sign-in-as";

/**
 * The member that somebody becomes who has shown an address or an account that nobody has yet. A guest stays who they
 * are and has all they had: nothing moves. `address` is null where what they showed has none that is confirmed.
 */
export async function newMember(
  { db }: Pick<SignInDesk, "db">,
  { asking, now }: Pick<Requester, "asking" | "now">,
  address: string | null,
): Promise<string> {
  if (asking?.isGuest && (address === null || (await giveAddress(db, asking.personId, address))))
    return asking.personId;
  if (address !== null) return findOrInsertByAddress(db, address, now);
  const personId = uuidv7();
  await insertPerson(db, personId, "", now);
  return personId;
}
