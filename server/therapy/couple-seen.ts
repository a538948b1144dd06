import type { Partner } from "#conversation/seats";
import { namesKnown } from "#conversation/therapy/known-names";
import type { BothSharing } from "#conversation/therapy/sharing";
import type { Db } from "#db/database";
import type { EngagementRow } from "#db/engagements";
import type { KeyRing } from "#db/key-ring";
import type { MemberOf } from "#db/members";
import type { LiveConversations } from "../live-conversations";
import { sharedIn } from "./therapists";

/** What reading as a therapist needs. */
export interface Reader {
  readonly db: Db;
  readonly ring: KeyRing;
  readonly live: LiveConversations;
}

/** One of a couple, as far as their therapist is told (Y7). */
export interface PartnerSeen {
  readonly seat: Partner;
  readonly hasCome: boolean;
  /** Null where it is not for the therapist to know, or there is none. */
  readonly name: string | null;
}

/** A couple, as far as their therapist is told whatever is shared (Y7). */
export interface CoupleSeen {
  readonly engagementId: string;
  readonly since: Date;
  /** The therapist has asked both, each by a link of their own. */
  readonly isOwnSpace: boolean;
  readonly partners: readonly [PartnerSeen, PartnerSeen];
  /**
   * `policy`: both had said yes, to another secrets policy. `open` is everything else that is not shared: nothing says
   * whether one of the two has answered, or who.
   */
  readonly stand: "shared" | "policy" | "open";
}

/** @param both what they share now @param members those of any couples */
export function coupleSeen(
  row: EngagementRow,
  both: BothSharing | null,
  members: readonly MemberOf[],
): CoupleSeen {
  const known = namesKnown(row.invitedBy, both);
  const seen = (seat: Partner): PartnerSeen => {
    const member = members.find((one) => one.spaceId === row.spaceId && one.seat === seat);
    const name = known.includes(seat) ? member?.name || null : null;
    return { seat, hasCome: member !== undefined, name };
  };
  return {
    engagementId: row.id,
    since: row.createdAt,
    isOwnSpace: row.invitedBy === "t",
    partners: [seen("a"), seen("b")],
    stand: both ? "shared" : isUnderOtherPolicy(row) ? "policy" : "open",
  };
}

function isUnderOtherPolicy({ endedAt, profile, consents: { a, b } }: EngagementRow): boolean {
  if (endedAt || !profile || !a || !b) return false;
  return a.secrets !== profile.secrets || b.secrets !== profile.secrets;
}

/** A consent may be withdrawn, or given anew, while something is read by it: then nothing of that leaves. */
export function stillShared(before: EngagementRow, after: EngagementRow): boolean {
  const [one, other] = [before.consents, after.consents];
  return sharedIn(after) !== null && one.a?.id === other.a?.id && one.b?.id === other.b?.id;
}
