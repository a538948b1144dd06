import { PARTNERS, type Partner, type Seat } from "../seats";
import type { BothSharing } from "./sharing";

/**
 * Whose names a therapist is told (Y7): of both, where both have said yes now, and where the therapist asked them in and
 * they gave their names to that link; else of the partner alone who asked the therapist. Of a couple who share nothing
 * there is nothing more than this to be told, but whether they have come.
 */
export function namesKnown(invitedBy: Seat, both: BothSharing | null): readonly Partner[] {
  return both !== null || invitedBy === "t" ? PARTNERS : [invitedBy];
}
