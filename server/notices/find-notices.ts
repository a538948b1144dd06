import { moveUpTo, readUpTo } from "#db/notice-reading";
import { keepNotices } from "#db/notices";
import {
  readAgreementsTouched,
  readInvitationsEnding,
  readSeatsMovedIn,
  type SeatToTell,
  type Stretch,
} from "#db/whom-to-tell";
import type { LogIds } from "../log";
import { findForPeople } from "./find-for-people";
import { loadWhatLoads } from "./load-what-loads";
import type { NoticeDesk } from "./notice-desk";
import { doWhatCanBeDone } from "./what-can-be-done";
import { readWhatLasts } from "./what-lasts";
import { byId, INVITATION_ENDS_IN, inConversations, ofAgreements, ofInvitations } from "./what-was-found";

/**
 * How far back what was read is read again: a move may be stored after its time, and processes need not agree on what
 * time it is.
 */
const MARGIN = 600_000;
/** After a long rest the log is read a day at a time, so that little is read again should it be broken off. */
const LONGEST_STRETCH = 86_400_000;
/** Seats in conversations. */
const ON_A_PAGE = 1_000;

/**
 * Finds out whom something waits for, and keeps it in `notice`: where the log has grown since the last time, and for
 * everybody whose turn it is to be looked at as a whole. Nothing is written while people talk, so it costs them nothing.
 *
 * It may be called at any time, by any number of processes, and be killed anywhere: what is found twice is kept once,
 * and how far the log was read is noted only after what was found in it is kept.
 */
export async function findNotices(desk: NoticeDesk, now: Date): Promise<void> {
  const upTo = await readUpTo(desk.db);
  // A process whose clock is far ahead may have noted a time that is still to come: nobody else is to wait for that.
  let from = Math.min((upTo ?? now).getTime(), now.getTime()) - MARGIN;
  while (from < now.getTime()) {
    const to = Math.min(from + LONGEST_STRETCH, now.getTime());
    await findIn(desk, { from: new Date(from), to: new Date(to) }, now);
    await moveUpTo(desk.db, new Date(to));
    from = to;
  }
  await findForPeople(desk, now);
}

async function findIn(desk: NoticeDesk, stretch: Stretch, now: Date): Promise<void> {
  let last: SeatToTell | undefined;
  do {
    const seats = await readSeatsMovedIn(desk.db, stretch, ON_A_PAGE, last);
    await doWhatCanBeDone(desk, seats, (some) => findForSeats(desk, some, stretch.from, now), idsOfSeat);
    last = seats.length < ON_A_PAGE ? undefined : seats.at(-1);
  } while (last);
  const ending = ofInvitations(
    await readInvitationsEnding(desk.db, laterBy(INVITATION_ENDS_IN, stretch), now),
  );
  await keepNotices(desk.db, ending.examined, ending.notices);
}

/** An agreement is written with a move, so those of the spaces where somebody moved are all that can have changed. */
async function findForSeats(
  desk: NoticeDesk,
  seats: readonly SeatToTell[],
  since: Date,
  now: Date,
): Promise<readonly never[]> {
  if (seats.length === 0) return [];
  const spaceIds = new Set(seats.map(({ spaceId }) => spaceId));
  const agreements = await readAgreementsTouched(desk.db, [...spaceIds], since);
  const places = new Set(seats.map(({ conversationId }) => conversationId));
  const lives = byId(await loadWhatLoads(desk, [...places]));
  const lasting = await readWhatLasts(desk, agreements);
  const [inTalk, agreed] = [inConversations(seats, lives, now), ofAgreements(agreements, lasting, now)];
  await keepNotices(
    desk.db,
    [...inTalk.examined, ...agreed.examined],
    [...inTalk.notices, ...agreed.notices],
  );
  return [];
}

function idsOfSeat({ conversationId, personId }: SeatToTell): LogIds {
  return { conversationId, personId };
}

function laterBy(milliseconds: number, { from, to }: Stretch): Stretch {
  return { from: new Date(from.getTime() + milliseconds), to: new Date(to.getTime() + milliseconds) };
}
