import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/**
 * What a mail server does with what is sent: takes it; answers that it cannot now, or never will, at the recipient or
 * at the end; or takes all of it and cuts the connection without a word.
 */
export type Mood = "takes" | "not-now" | "never" | "not-this" | "takes-and-cuts" | "cuts";

export interface Arrived {
  readonly to: string;
  readonly messageId: string;
  readonly head: string;
  readonly text: string;
  /** The name by which whoever sent it said hello. */
  readonly from: string;
}

export interface MoodyPost {
  readonly url: string;
  /** All that came as a whole, answered or not. */
  readonly arrived: readonly Arrived[];
  mood: Mood;
  /** Refuses connections until it opens again. */
  close(): Promise<void>;
  open(): Promise<void>;
}

/** A real mail server that can be as bad as mail servers are. */
export async function startMoodyPost(hear: (mail: Arrived) => void = () => {}): Promise<MoodyPost> {
  const arrived: Arrived[] = [];
  let port = 0;
  let server: SMTPServer;
  const sockets = new Set<Socket>();
  const post: MoodyPost = {
    get url() {
      return `smtp://127.0.0.1:${port}`;
    },
    arrived,
    mood: "takes",
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(resolve));
    },
    async open() {
      server = makeServer();
      server.server.on("connection", (socket: Socket) => {
        sockets.add(socket);
        socket.once("close", () => sockets.delete(socket));
      });
      server.listen(port, "127.0.0.1");
      await once(server.server, "listening");
      port = (server.server.address() as AddressInfo).port;
    },
  };
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  const makeServer = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      logger: false,
      onRcptTo(_address, _session, done) {
        if (post.mood === "not-now") done(withCode(451));
        else if (post.mood === "never") done(withCode(550));
        else if (post.mood === "cuts") cutAll();
        else done();
      },
      async onData(stream, { envelope, hostNameAppearsAs: from }, done) {
        const whole = await buffer(stream).catch(() => null); // whoever sends it was killed on the way
        if (!whole) return;
        if (post.mood === "not-this") return done(withCode(554));
        const [head = "", text = ""] = whole.toString("utf8").split(/\r\n\r\n(.*)/s);
        const to = envelope.rcptTo[0]?.address ?? "";
        const mail = { to, messageId: /^Message-ID: (\S+)/im.exec(head)?.[1] ?? "", head, text, from };
        arrived.push(mail);
        hear(mail);
        if (post.mood === "takes-and-cuts") return cutAll();
        done();
      },
    }).on("error", () => {}); // whoever sends is killed now and then
  await post.open();
  return post;
}

function withCode(responseCode: number): Error {
  return Object.assign(new Error("Not taken."), { responseCode });
}
