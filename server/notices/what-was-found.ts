import { EMPTY_REGISTER } from "#conversation/keeping/register";
import type { Notice } from "#conversation/notices";
import { noticesFor } from "#conversation/notices";
import type { Examined, FoundNotice } from "#db/notices";
import type { AgreementToTell, InvitationToTell, SeatToTell } from "#db/whom-to-tell";
import { unsealAgreement } from "../due-agreements";
import type { LiveConversation } from "../live-conversations";
import { agreementNotice } from "./agreement-day";
import type { WhatLasts } from "./what-lasts";

/** What was looked at, and what of it waits. */
export interface Found {
  readonly examined: readonly Examined[];
  readonly notices: readonly FoundNotice[];
}

/** As much of a conversation as it takes to see what waits in it. */
type Outline = Pick<LiveConversation, "id" | "state">;

/** How long before its end whoever invited is told of an invitation. */
export const INVITATION_ENDS_IN = 24 * 3_600_000;

export function byId<One extends Outline>(lives: readonly One[]): ReadonlyMap<string, One> {
  return new Map(lives.map((live) => [live.id, live]));
}

/** What waits in conversations. One that could not be loaded was not looked at. */
export function inConversations(
  seats: readonly SeatToTell[],
  lives: ReadonlyMap<string, Outline>,
  now: Date,
): Found {
  const loaded = seats.flatMap((place) => {
    const live = lives.get(place.conversationId);
    return live ? [{ place, state: live.state }] : [];
  });
  return {
    examined: loaded.map(({ place }) => ({ personId: place.personId, about: place.conversationId })),
    notices: loaded.flatMap(({ place, state }) => {
      const lately = { ownLast: place.ownLast, lastAt: place.lastAt.getTime(), now: now.getTime() };
      const to = { ...place, about: place.conversationId };
      return noticesFor(state, place.seat, lately).map((notice) => foundOf(to, notice));
    }),
  };
}

/** What is to be looked at of agreements. One whose words cannot be opened has no day. */
export function ofAgreements(agreements: readonly AgreementToTell[], lasting: WhatLasts, now: Date): Found {
  return {
    examined: agreements.map(({ personId, id }) => ({ personId, about: id })),
    notices: agreements.flatMap((one) => {
      const { id, spaceId, seat, timeZone, endedAt } = one;
      const words = unsealAgreement(one, spaceId, seat, lasting.keys.get(spaceId)?.get(seat));
      const register = lasting.registers.get(spaceId) ?? EMPTY_REGISTER;
      const notice =
        words && !endedAt ? agreementNotice(one, words, { seat, register, timeZone }, now) : null;
      return notice ? [foundOf({ ...one, about: id }, notice)] : [];
    }),
  };
}

export function ofInvitations(invitations: readonly InvitationToTell[]): Found {
  return {
    examined: invitations.map(({ personId, id }) => ({ personId, about: id })),
    notices: invitations.map((one) => {
      const ends = one.expiresAt.getTime();
      const notice = { kind: "invitation", mark: String(ends), dueAt: ends - INVITATION_ENDS_IN } as const;
      return foundOf({ ...one, about: one.id }, notice);
    }),
  };
}

/** A notice of something, for one person. */
export function foundOf(
  { personId, spaceId, about }: Examined & { readonly spaceId: string },
  { kind, mark, dueAt }: Notice,
): FoundNotice {
  return { personId, spaceId, about, kind, mark, dueAt: new Date(dueAt) };
}
