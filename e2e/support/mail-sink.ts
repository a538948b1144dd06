import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { expect } from "./journey";

/** A mail server of this machine that takes everything and shows it. */
export interface MailSink {
  readonly url: string;
  /** What has come to this address, the oldest first. */
  to(address: string): readonly ParsedMail[];
  /** The newest to this address, once there are as many as `count`. */
  newest(address: string, count: number): Promise<ParsedMail>;
  /** Refuses every mail, as a server in trouble does, or takes them again. */
  refuse(isRefusing: boolean): void;
  close(): Promise<void>;
}

export async function startMailSink(): Promise<MailSink> {
  const received: { readonly to: readonly string[]; readonly mail: ParsedMail }[] = [];
  let isRefusing = false;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onMailFrom: (_address, _session, done) => done(isRefusing ? new Error("Try again later.") : null),
    async onData(stream, { envelope }, done) {
      const mail = await simpleParser(stream);
      received.push({ to: envelope.rcptTo.map(({ address }) => address), mail });
      done();
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const to = (address: string) => received.filter((one) => one.to.includes(address)).map(({ mail }) => mail);
  return {
    url: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    to,
    async newest(address, count) {
      await expect.poll(() => to(address).length).toBe(count);
      const mail = to(address).at(-1);
      if (!mail) throw new Error(`Nothing has come to ${address}.`);
      return mail;
    },
    refuse: (next) => {
      isRefusing = next;
    },
    close: () => new Promise((resolve) => smtp.close(resolve)),
  };
}
