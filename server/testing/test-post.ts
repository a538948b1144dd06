import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly head: string;
  readonly body: string;
  /** All of it, as it came. */
  readonly raw: Buffer;
}

export interface TestPost {
  readonly url: string;
  readonly received: readonly Received[];
}

/** A mail server that takes everything, until the test ends. */
export async function startPost(): Promise<TestPost> {
  const received: Received[] = [];
  const post = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    async onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      const raw = Buffer.concat(chunks);
      const [head = "", body = ""] = raw.toString("utf8").split(/\r\n\r\n(.*)/s);
      const from = envelope.mailFrom ? envelope.mailFrom.address : "";
      received.push({ from, to: envelope.rcptTo.map(({ address }) => address), head, body, raw });
      done();
    },
  });
  await new Promise<void>((resolve) => post.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => post.close(resolve)));
  return { url: `smtp://127.0.0.1:${(post.server.address() as AddressInfo).port}`, received };
}
