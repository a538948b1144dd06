import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Words } from "#conversation/moves";
import type { LastingOne, Wording } from "../lasting/lasting-view";

/** 64 signs, 0 to 9 and a to f: the SHA-256 of what docs/fingerprints.md describes. */
export type Fingerprint = string;

/** What the fingerprint of one wording is made of, and nothing else: the same for each of the two. */
export interface FingerprintedWording {
  readonly format: "evenground-agreement/1";
  readonly id: string;
  readonly sort: string;
  readonly of: string;
  readonly version: number;
  readonly words: Words;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly acceptedBy: string;
  readonly acceptedAt: string;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
}

/**
 * The fingerprint of an agreement in one of its wordings. Null where its words cannot be opened.
 * @param ended false: as it was while it held, though it has ended since
 */
export function fingerprintOf(
  { id, sort, of, endedAt, endedBy }: LastingOne,
  wording: Wording,
  ended = endedAt !== null,
): Fingerprint | null {
  const { version, words, proposedBy, proposedAt, acceptedBy, acceptedAt } = wording;
  if (!words) return null;
  const whole: FingerprintedWording = {
    format: "evenground-agreement/1",
    id,
    sort,
    of,
    version,
    words,
    proposedBy,
    proposedAt: proposedAt.toISOString(),
    acceptedBy,
    acceptedAt: acceptedAt.toISOString(),
    endedAt: ended && endedAt ? endedAt.toISOString() : null,
    endedBy: ended ? endedBy : null,
  };
  return sha256(whole);
}

/** The fingerprint of all that held at one time, by those of the agreements in the order in which they were first made. */
export function registerFingerprint(held: readonly Fingerprint[]): Fingerprint {
  return sha256({ format: "evenground-register/1", holds: held });
}

/** In groups of four, as it stands on paper. */
export function inFours(fingerprint: Fingerprint): string {
  return (fingerprint.match(/.{1,4}/g) ?? []).join(" ");
}

/** What somebody typed or pasted, as a fingerprint; null where it is none. Spaces, dashes and capitals mean nothing. */
export function readFingerprint(text: string): Fingerprint | null {
  const bare = text.replaceAll(/[\s\u00a0-]/g, "").toLowerCase();
  return /^[0-9a-f]{64}$/.test(bare) ? bare : null;
}

/** By RFC 8785 there is exactly one way to write it. */
function sha256(value: object): Fingerprint {
  return createHash("sha256")
    .update(canonicalize(value) ?? "")
    .digest("hex");
}
