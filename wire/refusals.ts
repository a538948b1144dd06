import type { Refusal } from "#conversation/refusals";

/** What only an HTTP request can be refused for. */
export type RequestRefusal =
  /** Unknown, used, expired, revoked or somebody else's: all alike (safety.md §4, §5). */
  | { readonly kind: "not-found" }
  | { readonly kind: "not-signed-in" }
  | { readonly kind: "wrong-origin" }
  | { readonly kind: "unknown-guide"; readonly guides: readonly string[] }
  | { readonly kind: "unknown-role"; readonly roles: readonly string[] }
  /** The link leads to a conversation in which one has a seat already. */
  | { readonly kind: "own-invitation"; readonly conversationId: string }
  /** The other seat is taken: there is nobody left to invite. */
  | { readonly kind: "seat-taken" };

/** Everything the server can say no with. Each kind has its words in messages/. */
export type AnyRefusal = Refusal | RequestRefusal;

/** A refused or failed request's answer. A fault's id is in the log; the fault itself is not told. */
export type NotOk =
  | { readonly ok: false; readonly refusal: AnyRefusal }
  | { readonly ok: false; readonly fault: string };
