import { lookAgainAt, takePeople } from "#db/notice-wishes";
import { keepNotices } from "#db/notices";
import {
  readAgreementsOfPeople,
  readInvitationsOfPeople,
  readSeatsOfPeople,
  type SeatToTell,
} from "#db/whom-to-tell";
import { loadWhatLoads } from "./load-what-loads";
import type { NoticeDesk } from "./notice-desk";
import { doWhatCanBeDone } from "./what-can-be-done";
import { readWhatLasts } from "./what-lasts";
import { byId, INVITATION_ENDS_IN, inConversations, ofAgreements, ofInvitations } from "./what-was-found";

const DAY = 86_400_000;
/** A process that takes so long over a few people was killed. */
const AT_THE_LONGEST = 300_000;
const PEOPLE_AT_ONCE = 50;
const ON_A_PAGE = 1_000;

/**
 * Looks at everything that may wait for those whose turn it is: once a day, and at once where somebody has agreed to be
 * told, has moved to another time zone, or has become another person. So what waited before they agreed is found, the
 * weekly look at a commitment comes round without a move by anybody, and a sweep costs as much as people have their
 * turn in it, not as much as there are agreements. Several processes share the people between them.
 */
export async function findForPeople(desk: NoticeDesk, now: Date): Promise<void> {
  const until = new Date(now.getTime() + AT_THE_LONGEST);
  const next = new Date(now.getTime() + DAY);
  for (;;) {
    const personIds = await takePeople(desk.db, PEOPLE_AT_ONCE, now, until);
    if (personIds.length === 0) return;
    await doWhatCanBeDone(
      desk,
      personIds,
      (some) => lookAt(desk, some, now),
      (personId) => ({ personId }),
    );
    await lookAgainAt(desk.db, personIds, until, next);
  }
}

async function lookAt(desk: NoticeDesk, personIds: readonly string[], now: Date): Promise<readonly never[]> {
  let last: SeatToTell | undefined;
  do {
    const seats = await readSeatsOfPeople(desk.db, personIds, ON_A_PAGE, last);
    const ids = new Set(seats.map(({ conversationId }) => conversationId));
    const { examined, notices } = inConversations(seats, byId(await loadWhatLoads(desk, [...ids])), now);
    await keepNotices(desk.db, examined, notices);
    last = seats.length < ON_A_PAGE ? undefined : seats.at(-1);
  } while (last);
  const agreements = await readAgreementsOfPeople(desk.db, personIds);
  const agreed = ofAgreements(agreements, await readWhatLasts(desk, agreements), now);
  const soon = new Date(now.getTime() + INVITATION_ENDS_IN);
  const ending = ofInvitations(await readInvitationsOfPeople(desk.db, personIds, soon, now));
  await keepNotices(
    desk.db,
    [...agreed.examined, ...ending.examined],
    [...agreed.notices, ...ending.notices],
  );
  return [];
}
