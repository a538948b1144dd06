import { Readable } from "node:stream";
import { createTransport, type SendMailOptions } from "nodemailer";
import type { Letter, WrittenLetter } from "./mail-letters";

/**
 * Milliseconds. Somebody waits for it: a server that says nothing is as good as none. SMTP_URL may say otherwise, in
 * its query.
 */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 10_000 };

/** Of whoever sends mail here. */
interface Sender {
  readonly url: string;
  readonly from: string;
}

export interface MailOptions {
  /** `<…@…>`. One that is sent once more with the id it had is taken for the same by whoever gets both. */
  readonly messageId?: string;
}

interface Mailing extends MailOptions {
  readonly to: string;
  readonly letter: Letter;
  readonly written: WrittenLetter;
}

interface Failure {
  readonly error: Error;
  /** Nobody refused it, and some of it was on its way. */
  readonly mayHaveArrived: boolean;
}

/** Hands one mail to a mail server. Gives null once that has taken it, else what went wrong and what it means. */
export async function sendBySmtp({ url, from }: Sender, mailing: Mailing): Promise<Failure | null> {
  let isOnItsWay = false;
  // A server that has said yes to sender, recipient and DATA is given the mail, and then is the first of it asked for
  // here. By itself, the error of a connection that is cut after that is the same as of one that was cut before.
  async function* handedOver(mail: Readable): AsyncIterable<Buffer> {
    isOnItsWay = true;
    yield* mail;
  }
  const transport = createTransport({ url, ...PATIENCE }, { from, xMailer: false, ...NOTHING_READ });
  transport.use("stream", ({ message }, done) => {
    message.processFunc((mail) => Readable.from(handedOver(mail)));
    done();
  });
  try {
    await transport.sendMail(envelopeOf(mailing));
    return null;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { error, mayHaveArrived: isOnItsWay && !wasRefused(error) };
  }
}

/** Nothing that we write is ever read from a file or an address. */
const NOTHING_READ = { disableFileAccess: true, disableUrlAccess: true };

/** The server has answered that it does not take the mail, now (4xx) or at all (5xx). */
function wasRefused(error: Error): boolean {
  if (!("responseCode" in error) || typeof error.responseCode !== "number") return false;
  return error.responseCode >= 400 && error.responseCode < 600;
}

function envelopeOf({ to, letter, written, messageId }: Mailing): SendMailOptions {
  return {
    to: { name: "", address: to }, // as an object: nodemailer looks for no second address in it
    ...written,
    headers: { "Auto-Submitted": "auto-generated", ...stoppingOf(letter) },
    ...(messageId !== undefined && { messageId }),
    ...(letter.kind === "meeting" && {
      icalEvent: { method: "PUBLISH", filename: "time.ics", content: letter.calendar },
    }),
  };
}

/** How a mail program stops them by itself (RFC 8058); `prepared` keeps the address in one line. */
function stoppingOf(letter: Letter): NonNullable<SendMailOptions["headers"]> {
  if (letter.kind !== "notice") return {};
  return {
    "List-Unsubscribe": { prepared: true, value: `<${letter.oneClick}>` },
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
