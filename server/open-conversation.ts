import { type Reader, revealedAfter, seatView } from "#conversation/seat-view";
import type { Seat } from "#conversation/seats";
import { noteAccess } from "#db/access-log";
import type { Db } from "#db/database";
import { readSeats } from "#db/members";
import { readSealed, readSealedBySeq } from "#db/read-moves";
import { hasGoneOn } from "#db/readiness";
import { unsealWords } from "#db/sealed-words";
import type { Opened, OpenRequest } from "#wire/events";
import { isFree } from "#wire/is-free";
import { readAgreed } from "./agreed-here";
import { readDue } from "./due-agreements";
import { guideFor } from "./guide-for";
import { invitationInfo } from "./invitation-info";
import { inTurn, type LiveConversation, type LiveConversations, take } from "./live-conversations";
import type { ReadingLocale } from "./locale-of";
import { openWords } from "./open-words";
import { ownDrafts } from "./own-drafts";
import type { Place } from "./therapy/place";
import { readApart } from "./therapy/say-apart";
import { hasSameConsents, therapistAt, thirdSeat } from "./therapy/therapists";
import { whereaboutsHere } from "./therapy/whereabouts";

export interface ConversationOpener {
  readonly db: Db;
  readonly live: LiveConversations;
  /** Which seats have it open now. */
  here(conversationId: string): Promise<readonly Seat[]>;
}

/** From which place a conversation is read, and in which language. The caller has proved the place. */
export interface Opener {
  readonly place: Place;
  /** The sign-in that reads, whose drafts come first; null where none of them is this device's. */
  readonly signInId: string | null;
  readonly locale: ReadingLocale;
}

/**
 * Everything after number `since` as the reader may see it: page load, reconnect and "my partner answered yesterday"
 * are this one request. Null for a conversation that is gone.
 */
export async function openConversation(
  opener: ConversationOpener,
  { place, signInId, locale }: Opener,
  { conversationId, since = 0 }: OpenRequest,
  now: Date,
): Promise<Opened | null> {
  const live = await opener.live.load(conversationId);
  if (!live) return null;
  await opener.live.seeWhoIsThere([conversationId]);
  const { seat } = place;
  // The place was proved before: whoever has lost it meanwhile gets nothing.
  const therapist = therapistAt(live, place);
  const reader = readerAt(live, place);
  if (!reader) return null;
  if (place.seat === "t")
    await noteAccess(
      opener.db,
      { engagementId: place.engagementId, what: "conversation", about: live.id },
      now,
    );
  const isAlone = live.roster.partners.length === 1;
  const [view, seats, drafts, due, agreed, ready, invitation, here, apart, before] = await Promise.all([
    readView(opener, live, reader, since),
    readSeats(opener.db, live.spaceId, isAlone),
    seat === "t" ? [] : ownDrafts(opener.db, live, { seat, signInId }),
    seat === "t" ? [] : readDue(opener.db, live, seat),
    seat === "t" ? [] : readAgreed(opener.db, live, seat),
    isAlone || seat === "t" || hasGoneOn(opener.db, conversationId, seat),
    seat === "t" ? null : invitationInfo(opener.db, conversationId, now),
    opener.here(conversationId),
    readApart(opener.db, live, place),
    whereaboutsHere(opener.db, live, place, now),
  ]);
  // A consent may have been withdrawn or replaced while all this was read by it: then nothing of that leaves.
  if (therapist) await opener.live.seeWhoIsThere([conversationId]);
  if (!hasSameConsents(therapist, therapistAt(live, place))) return null;
  return {
    ok: true,
    seat,
    guide: guideFor(live.guide, locale),
    roster: live.roster,
    topic: topicOf(live),
    seats: [...seats, ...thirdSeat(live)],
    therapists: live.therapists.map(({ profile, access }) => ({
      ...profile,
      readsMyAnswers: access.answersOf.some((author) => author === seat),
    })),
    apart,
    ...before,
    head: view.head,
    entries: view.entries,
    revealed: view.revealed,
    drafts,
    due,
    agreed,
    ready,
    here,
    // Whoever opens it sits in it: while a seat is free, it is the other's.
    invitation: seats.some(isFree) ? invitation : null,
    now: now.toISOString(),
  };
}

/** As whom a place reads; null where there is no such place any more. */
function readerAt(live: LiveConversation, place: Place): Reader | null {
  if (place.seat !== "t") return live.roster.left?.includes(place.seat) ? null : place.seat;
  const access = therapistAt(live, place)?.access;
  return access ? { seat: "t", access } : null;
}

/** In turn with the moves, so that what is read here and what is announced next fit together without a hole. */
function readView(opener: ConversationOpener, live: LiveConversation, reader: Reader, since: number) {
  return inTurn(live, async () => {
    const sealed = await readSealed(opener.db, live.id, since);
    take(
      live,
      sealed.map((move) => move.recorded),
    );
    const last = sealed.at(-1)?.recorded.seq ?? since;
    if (live.state.head < last) await opener.live.catchUp(live);
    const earlier = await readSealedBySeq(opener.db, live.id, revealedAfter(live.state, reader, since));
    return seatView(
      live.state,
      sealed.map((move) => move.recorded),
      reader,
      since,
      openWords(live, [...sealed, ...earlier]),
    );
  });
}

/** The topic the opener gave; null where there is none, or where it cannot be opened. */
export function topicOf(live: LiveConversation): string | null {
  if (!live.topic) return null;
  const place = { spaceId: live.spaceId, conversationId: live.id, what: "topic", seat: live.topicBy };
  const text = unsealWords(live.keys.get(live.topicBy), place, live.topic)?.text;
  return typeof text === "string" ? text : null;
}
