import path from "node:path";
import type { Environment } from "./environment";
import type { ReadingLocale } from "./locale-of";
import { type MailOptions, sendBySmtp } from "./mail-by-smtp";
import { type KeptMail, keepMailsIn } from "./mail-folder";
import { type Letter, writeLetter } from "./mail-letters";

/** Mail that this process sends, or keeps where whoever started it can read it. */
export interface Mail {
  /**
   * Whom it reaches: people, where it is sent; whoever sits at this machine, where it is kept here and a page shows it;
   * or nobody: then there is no signing in by mail.
   */
  readonly reaches: "people" | "this-machine" | "nobody";
  /**
   * Sends a letter in the language of whoever it is for. Throws where it could not be handed over, and where nobody
   * knows whether it was: `wasSurelyNotSent` tells which.
   */
  send(to: string, letter: Letter, locale: ReadingLocale, options?: MailOptions): Promise<void>;
  /** The mails that were kept, the newest first; null where mail may not be read here. */
  kept(): Promise<readonly KeptMail[] | null>;
}

const surelyNotSent = new WeakSet<Error>();

/**
 * Whether an error of `send` means that nobody gets this mail: it was refused, or nothing of it was ever handed over.
 * False where that is not known, and for every error from elsewhere: then it may be there.
 */
export function wasSurelyNotSent(error: unknown): boolean {
  return error instanceof Error && surelyNotSent.has(error);
}

type MailEnvironment = Pick<
  Environment,
  "SMTP_URL" | "MAIL_FROM" | "PUBLIC_URL" | "HOST" | "NODE_ENV" | "DATABASE_URL" | "DATA_DIR" | "TRUST_PROXY"
>;

/** With SMTP_URL by SMTP; without, on somebody's own machine, into the data folder; elsewhere there is no mail. */
export function makeMail(environment: MailEnvironment, now: () => Date): Mail {
  const { SMTP_URL, MAIL_FROM } = environment;
  if (SMTP_URL && MAIL_FROM) return bySmtp(SMTP_URL, MAIL_FROM);
  return mayReadMailHere(environment) ? intoFolder(path.join(environment.DATA_DIR, "mail"), now) : NO_MAIL;
}

const NO_MAIL: Mail = {
  reaches: "nobody",
  async send() {
    const error = new Error("There is no way to send mail here.");
    surelyNotSent.add(error);
    throw error;
  },
  kept: async () => null,
};

function intoFolder(place: string, now: () => Date): Mail {
  const folder = keepMailsIn(place);
  return {
    reaches: "this-machine",
    async send(to, letter, locale) {
      const { subject, text } = await writeLetter(letter, locale);
      await folder.keep({ to, subject, text, at: now() });
    },
    kept: folder.list,
  };
}

/**
 * Whoever may read the mails of a place can sign in as anybody. So it takes everything at once: nobody outside this
 * machine can reach it, no mail server was given, and it is being developed or runs on its embedded database.
 */
export function mayReadMailHere({
  SMTP_URL,
  PUBLIC_URL,
  HOST,
  NODE_ENV,
  DATABASE_URL,
  TRUST_PROXY,
}: Omit<MailEnvironment, "DATA_DIR" | "MAIL_FROM">): boolean {
  const isLocal = isLoopback(HOST) && (PUBLIC_URL === undefined || isLoopback(new URL(PUBLIC_URL).hostname));
  // With a proxy in front, somebody else may be at the other end of it.
  const isDirect = TRUST_PROXY === undefined;
  return (
    SMTP_URL === undefined &&
    isLocal &&
    isDirect &&
    (NODE_ENV === "development" || DATABASE_URL === undefined)
  );
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}

function bySmtp(url: string, from: string): Mail {
  return {
    reaches: "people",
    async send(to, letter, locale, options = {}) {
      const written = await writeLetter(letter, locale);
      const failed = await sendBySmtp({ url, from }, { to, letter, written, ...options });
      if (!failed) return;
      if (!failed.mayHaveArrived) surelyNotSent.add(failed.error);
      throw failed.error;
    },
    kept: async () => null,
  };
}
