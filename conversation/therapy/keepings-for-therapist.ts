import { readsKeeping } from "../keeping/keeping-view";
import type { KeepingKind, RecordedKeeping } from "../keeping/keepings";
import type { Register } from "../keeping/register";
import { PARTNERS } from "../seats";
import { type BothSharing, bothShare } from "./sharing";

/**
 * What a therapist is told of in the log of what lasts (Y8), in its order: nothing where not both lists name it. That
 * there is a letter or an appreciation they are not told either, so these are not even counted.
 */
export function keepingsForTherapist<One extends RecordedKeeping>(
  both: BothSharing | null,
  keepings: readonly One[],
): readonly One[] {
  if (!both || !bothShare(both, "lasting")) return [];
  return keepings.filter(({ kind }) => !BETWEEN_THE_TWO.has(kind));
}

/**
 * Whether a therapist reads the words of one of these (Y8). Deny by default: what is offered and not agreed to is none of
 * what both share; and never more of it than the partners read of each other.
 */
export function therapistReadsKeeping(register: Register, keeping: RecordedKeeping): boolean {
  return READ.has(keeping.kind) && PARTNERS.every((seat) => readsKeeping(register, seat, keeping));
}

const BETWEEN_THE_TWO: ReadonlySet<KeepingKind> = new Set(["letter", "appreciate"]);
/** What has become of an agreement. */
const READ: ReadonlySet<KeepingKind> = new Set(["crossed", "see", "make-good", "how-was-it"]);
