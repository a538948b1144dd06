import { PARTNERS, type Partner } from "../seats";
import type { BothSharing } from "./sharing";

/** Who brought a therapist and a couple together: one of the two, the therapist themselves, or a colleague before them. */
export type BroughtBy = Partner | "t" | "colleague";

/**
 * Whose names a therapist is told (Y7): of both, where both have said yes now, and where the therapist asked them in and
 * they gave their names to that link; of the partner alone who asked the therapist; and of nobody where a colleague handed
 * them on. Of a couple who share nothing there is nothing more than this to be told, but whether they have come.
 */
export function namesKnown(invitedBy: BroughtBy, both: BothSharing | null): readonly Partner[] {
  if (both !== null || invitedBy === "t") return PARTNERS;
  return invitedBy === "colleague" ? [] : [invitedBy];
}
