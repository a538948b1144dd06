import { registerOf } from "#conversation/keeping/register";
import type { Db } from "#db/database";
import { type FoundNotice, keepSeen } from "#db/notices";
import { readKeepings } from "#db/read-keepings";
import { readSeatsOfOne } from "#db/whom-to-tell";
import type { LiveConversations } from "../live-conversations";
import type { Log } from "../log";
import type { SpaceOverview } from "../space-overview";
import { agreementNotice } from "./agreement-day";
import { byId, foundOf, inConversations, ofInvitations } from "./what-was-found";

// Whoever comes needs no notice of what they find. This touches rows of their own and nothing else: nobody is told of
// it, and it is not kept when they came.

interface WithdrawingDesk {
  readonly db: Db;
  readonly live: LiveConversations;
  readonly log: Log;
}

/** Somebody opens a conversation. It never fails: at the worst they are told of what they have seen. */
export async function withdrawInConversation(
  { db, live, log }: WithdrawingDesk,
  personId: string,
  conversationId: string,
  now: Date,
): Promise<void> {
  try {
    const seats = await readSeatsOfOne(db, personId, [conversationId]);
    if (seats.length === 0) return; // they do not want to be told: there is nothing to withdraw
    const one = await live.load(conversationId);
    if (!one) return;
    await live.catchUp(one);
    const { notices } = inConversations(seats, byId([one]), now);
    await keepSeen(db, waitingBy(now, notices));
  } catch (error) {
    log.fault("notices", error, { conversationId });
  }
}

/** Somebody opens the page of a space, and sees all that waits there. It never fails either. */
export async function withdrawInSpace(
  { db, log }: Omit<WithdrawingDesk, "live">,
  { personId, timeZone }: { readonly personId: string; readonly timeZone: string | null },
  { space, conversations, lasting, ending }: SpaceOverview,
  now: Date,
): Promise<void> {
  try {
    const seats = await readSeatsOfOne(
      db,
      personId,
      conversations.map(({ id }) => id),
    );
    const place = { personId, spaceId: space.id };
    const register = registerOf(await readKeepings(db, space.id), () => undefined);
    const to = { seat: space.seat, register, timeZone };
    const agreed = lasting.flatMap((one) => {
      const notice = one.words && agreementNotice(one, one.words, to, now);
      return notice ? [foundOf({ ...place, about: one.id }, notice)] : [];
    });
    const inTalk = inConversations(seats, byId(conversations), now).notices;
    const invited = ofInvitations(ending.map((one) => ({ ...place, ...one }))).notices;
    await keepSeen(db, waitingBy(now, [...inTalk, ...agreed, ...invited]));
  } catch (error) {
    log.fault("notices", error);
  }
}

/** What is asked of somebody waits from the first moment; of a day that is still to come nobody has been told yet. */
function waitingBy(now: Date, notices: readonly FoundNotice[]): readonly FoundNotice[] {
  return notices.filter(({ kind, dueAt }) => kind === "floor" || dueAt <= now);
}
