/** What a page tells the worker. */
export type ToWorker =
  /** The key of the sign-in that the page was made for, and what it loaded before the worker was there. */
  | { readonly kind: "key"; readonly key: CryptoKey; readonly assets: readonly string[] }
  /** A page that no worker has seen coming: it is asked for again. */
  | { readonly kind: "keep"; readonly path: string }
  /** Whoever was here leaves: nothing of the visit stays. */
  | { readonly kind: "wipe" };

/** What the worker asks of pages: it forgets everything when its browser stops it for a while. */
export interface ToPage {
  readonly kind: "key?";
}
