import type { LastingOne, Wording } from "../lasting/lasting-view";
import { type Fingerprint, fingerprintOf } from "./fingerprint";
import { type Standing, standingsOf } from "./standings";

/** What a fingerprint is of. */
export type Found =
  | {
      readonly kind: "agreement";
      readonly agreement: LastingOne;
      readonly wording: Wording;
      /** From when that wording held no more; null while it holds. */
      readonly heldUntil: Date | null;
    }
  /** The same may have stood more than once. */
  | { readonly kind: "register"; readonly standings: readonly Standing[] };

/** Looks for a fingerprint among all wordings there ever were, and all that ever held together; null where it is none. */
export function findFingerprint(agreements: readonly LastingOne[], print: Fingerprint): Found | null {
  for (const agreement of agreements)
    for (const [index, wording] of agreement.wordings.entries()) {
      const isIt = [true, false].some((ended) => fingerprintOf(agreement, wording, ended) === print);
      const heldUntil = agreement.wordings[index + 1]?.acceptedAt ?? agreement.endedAt;
      if (isIt) return { kind: "agreement", agreement, wording, heldUntil };
    }
  const standings = standingsOf(agreements).filter(({ fingerprint }) => fingerprint === print);
  return standings.length > 0 ? { kind: "register", standings } : null;
}
