import type { FoundNotice, NoticeRow } from "#db/notices";
import { readAgreementOfOne, readInvitationOfOne, readSeatsOfOne, type SeatToTell } from "#db/whom-to-tell";
import { loadWhatLoads } from "./load-what-loads";
import type { NoticeDesk } from "./notice-desk";
import { readWhatLasts } from "./what-lasts";
import { byId, inConversations, ofAgreements, ofInvitations } from "./what-was-found";

/**
 * - `waits`: they are to be told.
 * - `later`: it waits and they are there already, or its time has been moved: it is looked at again in a while. They may
 *   have no more than a tab open that nobody looks at.
 * - `over`: it waits no more.
 */
export type Waits = "waits" | "later" | "over";

/**
 * Whether what a notice means waits for its person as it did when it was found. It does not for whoever has left, or
 * does not want to be told any more, nor in what cannot be loaded. Sends and changes nothing.
 */
export async function stillWaits(desk: NoticeDesk, notice: NoticeRow, now: Date): Promise<Waits> {
  const waits = (found: readonly FoundNotice[]): Waits => {
    const one = found.find(({ kind, mark }) => kind === notice.kind && mark === notice.mark);
    if (!one) return "over";
    // Another break may have begun since, and it is the same thing by its mark.
    return one.kind === "return" && one.dueAt > now ? "later" : "waits";
  };
  switch (notice.kind) {
    case "review":
    case "commitment":
    case "plan":
      return waits(await ofAgreement(desk, notice, now));
    case "invitation":
      return waits(await ofInvitation(desk, notice, now));
    case "floor":
    case "return":
    case "meeting": {
      const [seat] = await readSeatsOfOne(desk.db, notice.personId, [notice.about]);
      const is = seat ? waits(await inConversation(desk, seat, now)) : "over";
      return seat && is === "waits" && (await isHere(desk, seat)) ? "later" : is;
    }
  }
}

async function inConversation(
  desk: NoticeDesk,
  seat: SeatToTell,
  now: Date,
): Promise<readonly FoundNotice[]> {
  return inConversations([seat], byId(await loadWhatLoads(desk, [seat.conversationId])), now).notices;
}

async function isHere(desk: NoticeDesk, { conversationId, seat }: SeatToTell): Promise<boolean> {
  return (await desk.here(conversationId)).includes(seat);
}

async function ofAgreement(desk: NoticeDesk, { personId, about }: NoticeRow, now: Date) {
  const one = await readAgreementOfOne(desk.db, personId, about);
  return one ? ofAgreements([one], await readWhatLasts(desk, [one]), now).notices : [];
}

async function ofInvitation({ db }: NoticeDesk, { personId, about }: NoticeRow, now: Date) {
  const one = await readInvitationOfOne(db, personId, about, now);
  return one ? ofInvitations([one]).notices : [];
}
