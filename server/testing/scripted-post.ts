import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";

/** What a mail server hears, one after the other; `mail` is the end of the mail itself. */
export type Heard = "nothing" | "EHLO" | "AUTH" | "MAIL" | "RCPT" | "DATA" | "mail";
/** An answer with its code; or the line is cut; or there is no answer at all. */
type Does = `${number} ${string}` | "cuts" | "waits";

const USUAL: Readonly<Record<Heard, Does>> = {
  nothing: "220 here",
  EHLO: "250 AUTH PLAIN",
  AUTH: "235 come in",
  MAIL: "250 yes",
  RCPT: "250 yes",
  DATA: "354 go on",
  mail: "250 taken",
};

export interface ScriptedPost {
  readonly url: string;
  /** What came in the place of a mail, as far as it came. */
  readonly mails: readonly string[];
}

/** A mail server that does as usual, but for what a test says: it breaks off in the middle, refuses, or falls silent. */
export async function startScriptedPost(unlike: Partial<Record<Heard, Does>>): Promise<ScriptedPost> {
  const mails: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    talk(socket, { ...USUAL, ...unlike }, mails);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `smtp://ada:secret@127.0.0.1:${(server.address() as AddressInfo).port}`, mails };
}

function talk(socket: Socket, script: Readonly<Record<Heard, Does>>, mails: string[]): void {
  const answer = (heard: Heard) => {
    const does = script[heard];
    if (does === "cuts") socket.destroy();
    else if (does !== "waits") socket.write(`${does}\r\n`);
  };
  let mail: string[] | null = null;
  socket.on("error", () => {}); // whoever hangs up first is part of the test
  answer("nothing");
  createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY }).on("line", (line) => {
    if (mail && line !== ".") return void mail.push(line);
    if (mail) mails.push(mail.join("\n"));
    const heard = mail ? "mail" : line.slice(0, 4).toUpperCase();
    mail = heard === "DATA" && script.DATA.startsWith("354") ? [] : null;
    if (heard in script) answer(heard as Heard);
  });
}
