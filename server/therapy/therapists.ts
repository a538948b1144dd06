import {
  type Access,
  accessTo,
  type BothSharing,
  bothSharing,
  type Engagement,
} from "#conversation/therapy/sharing";
import type { EngagementRow } from "#db/engagements";
import type { SeatInfo, TherapistProfile } from "#wire/events";
import type { Place } from "./place";

/** A therapist in a conversation, as far as both partners' consents go now. */
export interface Therapist {
  readonly engagementId: string;
  readonly personId: string;
  readonly profile: TherapistProfile;
  /** The two consents that this rests on. Where one of them holds no longer, neither does any of this. */
  readonly consents: readonly [string, string];
  readonly access: Access;
}

/** What both partners share in an engagement now; null where that is nothing. */
export function sharedIn(row: EngagementRow): BothSharing | null {
  return bothSharing(engagementOf(row));
}

/** Whoever is gone has no engagement any more. */
function engagementOf({ endedAt, therapistId, profile, consents }: EngagementRow): Engagement {
  const isGone = therapistId === null || profile === null;
  return { hasEnded: isGone || endedAt !== null, secrets: profile?.secrets ?? "none", consents };
}

/** Who sits in the third seat of a conversation: of these engagements of its space, those that reach it. */
export function therapistsIn(
  engagements: readonly EngagementRow[],
  conversationId: string,
): readonly Therapist[] {
  return engagements.flatMap((row): Therapist[] => {
    const { id, therapistId, profile, consents } = row;
    const both = sharedIn(row);
    const access = both && accessTo(both, conversationId);
    if (!access || !therapistId || !profile || !consents.a || !consents.b) return [];
    return [
      { engagementId: id, personId: therapistId, profile, consents: [consents.a.id, consents.b.id], access },
    ];
  });
}

/** The therapist who has this place now, as far as this process knows; undefined for a partner, and for nobody. */
export function therapistAt(
  { therapists }: { readonly therapists: readonly Therapist[] },
  place: Place,
): Therapist | undefined {
  if (place.seat !== "t") return undefined;
  return therapists.find(({ engagementId }) => engagementId === place.engagementId);
}

/** Whether what was read by the one may leave by the other: the same two consents, so the same lists and policy. */
export function hasSameConsents(before: Therapist | undefined, now: Therapist | undefined): boolean {
  if (!before || !now) return before === now;
  return before.consents.every((id, index) => id === now.consents[index]);
}

/** The third seat as everybody sees it: one, however many sit in it; none where nobody does. */
export function thirdSeat({
  therapists,
}: {
  readonly therapists: readonly Therapist[];
}): readonly SeatInfo[] {
  if (therapists.length === 0) return [];
  return [{ seat: "t", name: therapists.map(({ profile }) => profile.name).join(" · ") }];
}
