import type { Sharing } from "#conversation/therapy/sharing";
import type { TherapistProfile } from "#wire/events";
import { type AssignedToMe, assignedTo } from "../therapy/assigned";
import type { Reader } from "../therapy/couple-seen";
import { therapyForPartner } from "../therapy/read-for-partner";

/** A therapist, and what the person shares with them now; instants are ISO 8601. */
export interface TherapistRecord {
  readonly profile: TherapistProfile;
  /** The person’s own list; null where they share nothing. */
  readonly sharing: Sharing | null;
  readonly since: string | null;
  readonly endedAt: string | null;
}

/** Something that a therapist asks of the person. */
export type AskedRecord = Omit<AssignedToMe, "guide" | "at"> & {
  readonly at: string;
  /** What its guide is called, where it is one. */
  readonly guide: string | null;
};

/** What has to do with therapists, in one space, for one of its two. */
export interface TherapyRecord {
  readonly therapists: readonly TherapistRecord[];
  /** What they looked at, as far as it is shown; the newest first. */
  readonly looks: readonly { readonly by: string; readonly what: string; readonly at: string }[];
  /** The newest first. */
  readonly asked: readonly AskedRecord[];
}

export async function therapyRecord(
  reader: Reader,
  personId: string,
  spaceId: string,
): Promise<TherapyRecord> {
  const therapy = await therapyForPartner(reader, personId, spaceId);
  const asked = therapy?.therapists.length ? await assignedTo(reader, personId, spaceId) : null;
  return {
    therapists: (therapy?.therapists ?? []).map(({ profile, own, endedAt }) => ({
      profile,
      sharing: own?.sharing ?? null,
      since: own?.givenAt.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
    })),
    looks: (therapy?.looks ?? []).map(({ by, what, at }) => ({ by, what, at: at.toISOString() })),
    asked: (asked?.asked ?? []).map((one) => ({
      ...one,
      guide: one.guide?.title ?? null,
      at: one.at.toISOString(),
    })),
  };
}
