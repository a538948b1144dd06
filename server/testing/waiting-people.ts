import { v7 as uuidv7 } from "uuid";
import type { Db } from "#db/database";
import { type KeyRing, newSeatKey, newSpaceKey } from "#db/key-ring";
import {
  consent,
  conversation,
  membership,
  move,
  notice,
  noticeWish,
  person,
  seatKey,
  space,
  spaceKey,
} from "#db/schema";
import { MADE_AT } from "#db/testing/test-couple";

/** One key for everything that is made here, in whatever process it is read. */
export const RING: KeyRing = { current: "test", keys: new Map([["test", new Uint8Array(32).fill(7)]]) };

/** When the break of whoever is told of its return is over. */
const BACK_AT = "2026-03-01T19:30:00.000Z";

export interface Waiting {
  readonly personId: string;
  readonly address: string;
  /** What they are to be told of, one in each conversation. */
  readonly notices: readonly {
    readonly id: string;
    readonly conversationId: string;
    readonly kind: "floor" | "return";
  }[];
}

interface Wish {
  readonly count: number;
  /** What waits for each of them. */
  readonly kinds?: Waiting["notices"][number]["kind"][];
  readonly consents?: readonly ("notices" | "push")[];
  readonly hasAddress?: boolean;
  readonly locale?: "en" | "de" | "es";
  readonly quiet?: { readonly quietFrom: string; readonly quietTo: string; readonly timeZone: string };
  readonly dueAt?: Date;
  /** Whether it was found already that something waits for them. */
  readonly isFound?: boolean;
}

/** People to whom their partner has said something, who are not there and are to be told; at no hour it is quiet. */
export async function insertWaiting(db: Db, wish: Wish): Promise<readonly Waiting[]> {
  const { count, kinds = ["floor"], consents = ["notices"], hasAddress = true, locale = "en" } = wish;
  const { quietFrom = "00:00", quietTo = "00:00", timeZone = "UTC" } = wish.quiet ?? {};
  const { dueAt = MADE_AT, isFound = true } = wish;
  const partner = uuidv7();
  const people: Waiting[] = Array.from({ length: count }, () => {
    const personId = uuidv7();
    const notices = kinds.map((kind) => ({ id: uuidv7(), conversationId: uuidv7(), kind }));
    return { personId, address: `${personId}@people.example`, notices };
  });
  const at = { createdAt: MADE_AT };
  await db.insert(person).values({ id: partner, name: "Ada", ...at });
  await db.insert(person).values(
    people.map(({ personId: id, address }) => ({
      ...{ id, name: "Ben", locale, timeZone, ...at },
      address: hasAddress ? address : null,
    })),
  );
  await db.insert(noticeWish).values(people.map(({ personId }) => ({ personId, quietFrom, quietTo })));
  const given = people.flatMap(({ personId }) =>
    consents.map((what) => ({ id: uuidv7(), personId, what, givenAt: MADE_AT })),
  );
  if (given.length > 0) await db.insert(consent).values(given);
  await insertTalks(db, people, partner);
  if (!isFound) return people;
  await db.insert(notice).values(
    people.flatMap(({ personId, notices }) =>
      notices.map(({ id, conversationId: about, kind }) => ({
        ...{ id, personId, kind, about, dueAt, state: "waiting" as const },
        mark: "2",
      })),
    ),
  );
  return people;
}

/** A space for each with their partner, and in it the conversations, without any words. */
async function insertTalks(db: Db, people: readonly Waiting[], partner: string): Promise<void> {
  const spaces = people.map((one) => ({ ...one, spaceId: uuidv7() }));
  const keys = spaces.map(({ spaceId }) => ({ spaceId, ...newSpaceKey(RING, spaceId) }));
  await db.insert(space).values(spaces.map(({ spaceId: id }) => ({ id, createdAt: MADE_AT })));
  await db.insert(spaceKey).values(keys.map(({ key: _key, ...wrapped }) => wrapped));
  await db
    .insert(seatKey)
    .values(
      keys.flatMap(({ spaceId, key }) =>
        (["a", "b"] as const).map((seat) => ({ spaceId, seat, wrapped: newSeatKey(key, spaceId, seat) })),
      ),
    );
  await db.insert(membership).values(
    spaces.flatMap(({ spaceId, personId }) => [
      { spaceId, seat: "a", personId: partner, name: "Ada", createdAt: MADE_AT },
      { spaceId, seat: "b", personId, name: "Ben", createdAt: MADE_AT },
    ]),
  );
  const talks = spaces.flatMap(({ spaceId, notices }) => notices.map((one) => ({ ...one, spaceId })));
  await db.insert(conversation).values(
    talks.map(({ conversationId: id, spaceId }) => ({
      ...{ id, spaceId, guideId: "speak-and-reflect", guideVersion: 1, solo: false, createdAt: MADE_AT },
      roles: { first: "a" as const, second: "b" as const },
    })),
  );
  await db
    .insert(move)
    .values(
      talks.flatMap(({ conversationId, kind }) => [
        moveOf(conversationId, 1, "a", "acknowledge"),
        moveOf(conversationId, 2, "b", "acknowledge"),
        kind === "floor"
          ? moveOf(conversationId, 3, "a", "say", { aloud: true })
          : moveOf(conversationId, 3, "a", "time-out", { returnAt: BACK_AT }),
      ]),
    );
}

/** They came and did what was asked of them. */
export async function answerFor(db: Db, { notices }: Waiting): Promise<void> {
  for (const { conversationId } of notices)
    await db.insert(move).values(moveOf(conversationId, 4, "b", "reflect", { answers: 3, aloud: true }));
}

/** Their partner was understood; now it is theirs to say something. */
export async function goOnWith(db: Db, { notices }: Waiting): Promise<void> {
  for (const { conversationId } of notices)
    await db
      .insert(move)
      .values([
        moveOf(conversationId, 5, "a", "check", { answers: 4, verdict: "yes" }),
        moveOf(conversationId, 6, "a", "heard"),
      ]);
}

function moveOf(conversationId: string, seq: number, seat: "a" | "b", kind: string, structure: object = {}) {
  return {
    ...{ conversationId, seq, moveId: uuidv7(), seat, kind, words: null, at: MADE_AT },
    structure: { ...structure },
  };
}
