import type { FoundNotice, NoticeRow } from "#db/notices";
import { readAgreementOfOne, readInvitationOfOne, readSeatsOfOne, type SeatToTell } from "#db/whom-to-tell";
import type { NoticeDesk } from "./notice-desk";
import { byId, inConversations, ofAgreements, ofInvitations } from "./what-was-found";

/**
 * Whether what a notice means waits for its person as it did when it was found, and they are not there already. False
 * too for whoever has left, or does not want to be told any more. Sends and changes nothing.
 */
export async function stillWaits(desk: NoticeDesk, notice: NoticeRow, now: Date): Promise<boolean> {
  const waits = (found: readonly FoundNotice[]) =>
    found.some(({ kind, mark }) => kind === notice.kind && mark === notice.mark);
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
      return seat !== undefined && waits(await inConversation(desk, seat)) && !(await isHere(desk, seat));
    }
  }
}

async function inConversation({ live }: NoticeDesk, seat: SeatToTell): Promise<readonly FoundNotice[]> {
  return inConversations([seat], byId(await live.loadMany([seat.conversationId]))).notices;
}

async function isHere(desk: NoticeDesk, { conversationId, seat }: SeatToTell): Promise<boolean> {
  return (await desk.here(conversationId)).includes(seat);
}

async function ofAgreement({ db, live }: NoticeDesk, { personId, about }: NoticeRow, now: Date) {
  const one = await readAgreementOfOne(db, personId, about);
  return one ? ofAgreements([one], byId(await live.loadMany([one.conversationId])), now).notices : [];
}

async function ofInvitation({ db }: NoticeDesk, { personId, about }: NoticeRow, now: Date) {
  const one = await readInvitationOfOne(db, personId, about, now);
  return one ? ofInvitations([one]).notices : [];
}
