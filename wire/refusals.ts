import type { OwnGuideProblem } from "#conversation/own-guides/guide-problems";
import type { Refusal } from "#conversation/refusals";

/** What only an HTTP request can be refused for. */
export type RequestRefusal =
  /** Unknown, used, expired, revoked or somebody else's: all alike (safety.md §4, §5). */
  | { readonly kind: "not-found" }
  | { readonly kind: "not-signed-in" }
  | { readonly kind: "wrong-origin" }
  | { readonly kind: "unknown-guide"; readonly guides: readonly string[] }
  | { readonly kind: "unknown-role"; readonly roles: readonly string[] }
  /** The link leads to where one has a seat already; `conversationId` is null where that is a space. */
  | { readonly kind: "own-invitation"; readonly conversationId: string | null }
  /** The other seat is taken: there is nobody left to invite. */
  | { readonly kind: "seat-taken" }
  /** No address that mail could be sent to. */
  | { readonly kind: "bad-address" }
  /** One has no address that mail could be sent to. */
  | { readonly kind: "no-address" }
  /** Not the code that was sent; `left` tries remain. Of two codes, `of` says which. */
  | {
      readonly kind: "code-wrong";
      readonly left: number;
      readonly of?: "old-address" | "new-address";
    }
  | { readonly kind: "code-used" }
  | { readonly kind: "code-expired" }
  /** This browser has not asked for a code. */
  | { readonly kind: "code-elsewhere" }
  /** The address belongs to somebody already. Told only to whoever has shown that it is theirs. */
  | { readonly kind: "address-taken" }
  /** Who would be one person sits in both seats of a space. */
  | { readonly kind: "both-seats" }
  /** The passkey is unknown here, or was not confirmed on the device. */
  | { readonly kind: "passkey-unknown" }
  /** What had to be typed to confirm was something else. */
  | { readonly kind: "not-confirmed" }
  /** A guide that somebody brings along, or wants to use: where it is wrong, and why. */
  | { readonly kind: "bad-guide"; readonly problems: readonly OwnGuideProblem[] }
  /** What was sent has more bytes than this. */
  | { readonly kind: "too-large"; readonly limit: number }
  /** There are so many already. */
  | { readonly kind: "too-many"; readonly limit: number }
  /** For a therapist who has said who they are. */
  | { readonly kind: "no-profile" }
  /** The therapist has another secrets policy by now than the one that was agreed to. */
  | { readonly kind: "policy-changed" }
  /** It is the only way left to sign in. */
  | { readonly kind: "last-way-in" };

/** Everything the server can say no with. Each kind has its words in messages/. */
export type AnyRefusal = Refusal | RequestRefusal;

/** A refused or failed request's answer. A fault's id is in the log; the fault itself is not told. */
export type NotOk =
  | { readonly ok: false; readonly refusal: AnyRefusal }
  | { readonly ok: false; readonly fault: string };
