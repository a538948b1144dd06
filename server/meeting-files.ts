import { readAddress } from "#db/people";
import type { Asking } from "#db/sign-ins";
import { type Conversations, findPartner } from "./find-partner";
import type { Limits } from "./limits";
import { inTurn } from "./live-conversations";
import type { Mail } from "./mail";
import { type MeetingTime, meetingCalendar } from "./meeting-calendar";
import type { Outcome, Requester } from "./requester";

/** The times that two have agreed on, as calendars' files, for one of the two. */
export interface MeetingFiles {
  /** Null where no time was agreed on, for a stranger, and for an unknown conversation alike. */
  fileFor(requester: Requester, conversationId: string): Promise<string | null>;
  /** Mails the file to the requester's own address. Refuses where they have none, and too many. */
  mailTo(requester: Requester, conversationId: string): Promise<Outcome<Record<string, never>>>;
}

interface MeetingDesk extends Conversations {
  readonly mail: Mail;
  readonly limits: Pick<Limits, "meetingMailsPerPerson">;
}

const NOT_FOUND: Outcome<never> = { ok: false, refusal: { kind: "not-found" } };

/** To be made in the server's own module graph, where letters and calendars have their words. */
export function makeMeetingFiles(desk: MeetingDesk): MeetingFiles {
  const fileFor = async ({ asking, locale, now }: Requester, conversationId: string) => {
    const meeting = asking && (await findMeeting(desk, asking, conversationId));
    return meeting && meetingCalendar(meeting, locale, now);
  };
  return {
    fileFor,
    async mailTo(requester, conversationId) {
      const { asking, locale } = requester;
      const calendar = await fileFor(requester, conversationId);
      if (!asking || calendar === null || desk.mail.reaches === "nobody") return NOT_FOUND;
      const address = await readAddress(desk.db, asking.personId);
      if (address === null) return { ok: false, refusal: { kind: "no-address" } };
      const retryAfterMs = await desk.limits.meetingMailsPerPerson.take(asking.personId);
      if (retryAfterMs > 0) return { ok: false, refusal: { kind: "slow-down", retryAfterMs } };
      await desk.mail.send(address, { kind: "meeting", calendar }, locale);
      return { ok: true, answer: {} };
    },
  };
}

async function findMeeting(
  desk: MeetingDesk,
  { personId }: Asking,
  conversationId: string,
): Promise<MeetingTime | null> {
  const found = await findPartner(desk, personId, conversationId);
  if (!found) return null;
  const { live } = found;
  await inTurn(live, () => desk.live.catchUp(live)); // another process may have heard of it
  const { meeting } = live.state;
  return meeting && { conversationId: live.id, at: new Date(meeting.at), sequence: meeting.accepted };
}
