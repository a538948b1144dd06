import { maySayApart, readsApart } from "#conversation/therapy/caucus";
import { type CaucusWordRow, insertCaucusWord, readCaucusWords } from "#db/caucus-words";
import type { Db } from "#db/database";
import { lockEngagement } from "#db/engagements";
import { findSeat } from "#db/members";
import { sealWords, unsealWords } from "#db/sealed-words";
import type { ApartRequest, SaidApartEntry } from "#wire/events";
import type { AnyRefusal } from "#wire/refusals";
import { keyOf, type LiveConversation, type LiveConversations } from "../live-conversations";
import { idIn } from "../own-space";
import type { Place } from "./place";
import { therapistsIn } from "./therapists";

interface Conversations {
  readonly db: Db;
  readonly live: LiveConversations;
}

/** Who says something apart. */
export type ApartSender = Place & { readonly tokenHash: Uint8Array };

export type SaidNow =
  | { readonly ok: true; readonly said: SaidApartEntry; readonly engagementId: string }
  | { readonly ok: false; readonly refusal: AnyRefusal };

const NOT_A_MEMBER = { ok: false, refusal: { kind: "not-a-member" } } as const;
const NOT_OPEN = { ok: false, refusal: { kind: "not-open" } } as const;

/**
 * Says something in a caucus, to the one other person who is in it. It is kept in a table of its own, sealed with the
 * author’s key: the conversation’s log says that there was a caucus, and no more (H9). Consents and sign-in are proved
 * again before it is kept. Sent twice it is kept once.
 */
export async function sayApart(
  { db, live: conversations }: Conversations,
  sender: ApartSender,
  { conversationId, apartId, text }: ApartRequest,
  now: Date,
): Promise<SaidNow> {
  const live = await conversations.load(conversationId);
  if (!live) return NOT_A_MEMBER;
  await conversations.catchUp(live);
  await conversations.seeWhoIsThere([conversationId]);
  const between = maySayApart(live.state, sender);
  if (!between || !live.state.caucus) return NOT_OPEN;
  const caucus = live.state.caucus.since;
  const id = idIn(live.id, `${sender.seat}:${apartId}`);
  const row: CaucusWordRow = {
    id,
    conversationId,
    engagementId: between.engagementId,
    caucus,
    withSeat: between.with,
    fromSeat: sender.seat,
    words: sealWords(keyOf(live, sender.seat), placeOf(live, id, sender.seat), { text }),
    at: now,
  };
  const isKept = await db.transaction(async (tx) => {
    if (!(await isStillThere(tx, sender, row, now))) return false;
    await insertCaucusWord(tx, row);
    return true;
  });
  if (!isKept) return NOT_A_MEMBER;
  return { ok: true, said: { ...entryOf(row), text }, engagementId: between.engagementId };
}

/** What was said apart, to whom it is for; for anybody else there is nothing. */
export async function readApart(
  db: Db,
  live: LiveConversation,
  place: Place,
): Promise<readonly SaidApartEntry[]> {
  const rows = await readCaucusWords(db, live.id, place);
  return rows
    .filter(({ withSeat, engagementId }) => readsApart({ with: withSeat, engagementId }, place))
    .map((row) => {
      const words = unsealWords(live.keys.get(row.fromSeat), placeOf(live, row.id, row.fromSeat), row.words);
      const text = words?.text;
      return typeof text === "string" ? { ...entryOf(row), text } : { ...entryOf(row), unreadable: true };
    });
}

async function isStillThere(
  tx: Db,
  sender: ApartSender,
  { conversationId, engagementId }: CaucusWordRow,
  now: Date,
): Promise<boolean> {
  const engagement = await lockEngagement(tx, engagementId);
  const [therapist] = engagement ? therapistsIn([engagement], conversationId) : [];
  if (!therapist) return false;
  return sender.seat === "t" || (await findSeat(tx, conversationId, sender.tokenHash, now)) === sender.seat;
}

const entryOf = ({ id, caucus, withSeat, fromSeat, at }: CaucusWordRow) => ({
  id,
  caucus,
  with: withSeat,
  from: fromSeat,
  at: at.toISOString(),
});

const placeOf = (
  { spaceId, id: conversationId }: LiveConversation,
  id: string,
  seat: CaucusWordRow["fromSeat"],
) => ({
  spaceId,
  conversationId,
  what: `apart:${id}`,
  seat,
});
