import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

/** The real server, as `npm start` runs it, on a data folder of its own. */
export interface EvengroundServer {
  /** Without a slash at the end. Stays the same when it is killed and started again. */
  readonly url: string;
  /** What it has written so far, line by line. */
  readonly output: readonly string[];
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Moves its clock forward. */
  forward(milliseconds: number): Promise<void>;
  /** What its clock shows, in milliseconds since 1970. */
  now(): number;
  /** Ends it and removes its folder. */
  remove(): Promise<void>;
}

/** Where a data folder to begin with is said to be: see empty-folder.ts. Unset, a server makes its own. */
export const EMPTY_FOLDER = "EVENGROUND_EMPTY_FOLDER";

const ROOT = path.resolve(import.meta.dirname, "../..");
/** Journeys come from one address and open many sockets; the limits themselves are shown by integration tests. */
const ROOMY = {
  HANDSHAKES_PER_MINUTE: "100000",
  INVITATION_TRIES_PER_MINUTE: "100000",
  STARTS_PER_HOUR: "100000",
  CODES_PER_HOUR: "100000",
};
/** Read only by a browser that asks for it: English from right to left. */
const LANGUAGES = { PSEUDO_LOCALE: "on" };

/** `variables` are added to its environment, or change what is there. */
export async function startEvenground(
  variables: Readonly<Record<string, string>> = {},
): Promise<EvengroundServer> {
  const folder = mkdtempSync(path.join(tmpdir(), "evenground-journey-"));
  const empty = process.env[EMPTY_FOLDER];
  if (empty) cpSync(empty, folder, { recursive: true });
  const output: string[] = [];
  let ahead = 0;
  let child = launch(folder, "0", variables);
  const url = await ready(child, output);
  const { port } = new URL(url);
  return {
    url,
    output,
    async kill() {
      child.kill("SIGKILL");
      await ended(child);
    },
    async start() {
      child = launch(folder, port, variables);
      ahead = 0; // it begins with this machine's time again
      await ready(child, output);
    },
    async forward(milliseconds) {
      const answer = once(child, "message");
      child.send({ forward: milliseconds });
      await answer;
      ahead += milliseconds;
    },
    now: () => Date.now() + ahead,
    async remove() {
      child.kill("SIGTERM");
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a server on a folder and ends it in good order: what is there afterwards is as a first start leaves it. */
export async function startOnce(folder: string): Promise<void> {
  const child = launch(folder, "0", {});
  await ready(child, []);
  child.kill("SIGTERM");
  await ended(child);
}

function launch(folder: string, port: string, variables: Readonly<Record<string, string>>): ChildProcess {
  const clock = path.join(import.meta.dirname, "moved-clock.mjs");
  const { DATABASE_URL: _none, PUBLIC_URL: _nothing, ...inherited } = process.env;
  return spawn(process.execPath, ["--import", clock, "scripts/start.mjs"], {
    cwd: ROOT,
    env: {
      ...inherited,
      ...ROOMY,
      ...LANGUAGES,
      PORT: port,
      DATA_DIR: folder,
      METRICS_TOKEN: "a-token-for-the-journeys",
      ...variables,
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

/** The address it prints when it is ready; rejects with what it said when it ends before that. */
function ready(child: ChildProcess, output: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      if (stream)
        createInterface({ input: stream }).on("line", (line) => {
          output.push(line);
          const url = /ready: (http\S+)/.exec(line)?.[1];
          if (url) resolve(url);
        });
    child.once("exit", () => reject(new Error(`The server ended:\n${output.slice(-20).join("\n")}`)));
  });
}
