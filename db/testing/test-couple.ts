import { v7 as uuidv7 } from "uuid";
import { insertConversation, insertSpace } from "../conversations";
import type { Db } from "../database";
import { newSeatKey, newSpaceKey } from "../key-ring";
import { insertMember } from "../members";
import { insertPerson } from "../people";
import { newSealingKey } from "../sealing";
import { hashToken, insertSignIn } from "../sign-ins";

/** The moment at which every couple in a test is made. */
export const MADE_AT = new Date("2026-03-01T19:00:00.000Z");

export interface TestMember {
  readonly personId: string;
  readonly token: string;
  readonly tokenHash: Uint8Array;
}

/** A conversation with both seats taken and both partners signed in. */
export interface TestCouple {
  readonly conversationId: string;
  readonly spaceId: string;
  readonly a: TestMember;
  readonly b: TestMember;
}

export async function insertCouple(db: Db): Promise<TestCouple> {
  const [conversationId, spaceId, personA, personB] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()] as const;
  const ring = { current: "test", keys: new Map([["test", newSealingKey()]]) };
  const { key, ...spaceKey } = newSpaceKey(ring, spaceId);
  await insertPerson(db, personA, "Ada", MADE_AT);
  const opener = { personId: personA, name: "Ada" };
  const seatKeys = (["a", "b"] as const).map((seat) => ({ seat, wrapped: newSeatKey(key, spaceId, seat) }));
  await insertSpace(db, { id: spaceId, opener, key: spaceKey, seatKeys }, MADE_AT);
  await insertConversation(db, {
    id: conversationId,
    spaceId,
    guideId: "speak-and-reflect",
    guideVersion: 1,
    guide: null,
    roles: { first: "a", second: "b" },
    solo: false,
    topic: null,
    topicBy: "a",
    due: [],
    createdAt: MADE_AT,
  });
  await insertPerson(db, personB, "Ben", MADE_AT);
  await insertMember(db, { spaceId, personId: personB, seat: "b", name: "Ben", at: MADE_AT });
  return { conversationId, spaceId, a: await signIn(db, personA), b: await signIn(db, personB) };
}

async function signIn(db: Db, personId: string): Promise<TestMember> {
  const { token } = await insertSignIn(db, { personId, device: "" }, MADE_AT);
  return { personId, token, tokenHash: hashToken(token) };
}
