import type { Asking, NewSignIn } from "#db/sign-ins";
import type { AnyRefusal } from "#wire/refusals";
import type { NewCookie } from "./cookies";
import type { ReadingLocale } from "./locale-of";

/** Who makes an HTTP request, as far as the server has proved it. */
export interface Requester {
  /** Null for a browser without a sign-in. */
  readonly asking: Asking | null;
  /** The language to answer in. */
  readonly locale: ReadingLocale;
  /** The part of the address that limits count by. */
  readonly address: string;
  /** One of this server's own origins: links are made with it. */
  readonly origin: string;
  /** What the browser says it is, in a few words; empty where it does not. */
  readonly device: string;
  /** The value of one of the browser's cookies; null where it has no such cookie. */
  cookie(name: string): string | null;
  readonly now: Date;
}

/** What a request gets: an answer, perhaps with a sign-in or other cookies for this browser, or a refusal. */
export type Outcome<Answer> =
  | {
      readonly ok: true;
      readonly answer: Answer;
      readonly signIn?: NewSignIn;
      readonly cookies?: readonly NewCookie[];
    }
  | { readonly ok: false; readonly refusal: AnyRefusal };
