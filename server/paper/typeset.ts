import { Worker } from "node:worker_threads";
import type { Paper } from "./paper";

/** Sets a paper as a PDF. */
export type Typeset = (paper: Paper) => Promise<Uint8Array<ArrayBuffer>>;

/** Built beside the server (scripts/build-server.mjs); where that runs from its source, so does the thread. */
const PROGRAM = new URL(
  import.meta.url.endsWith(".ts") ? "../../scripts/paper-worker.mjs" : "./paper-worker.mjs",
  import.meta.url,
);

/** No paper that people write takes as long (milliseconds). */
const LONGEST = 120_000;

/**
 * Makes what sets papers: one after the other, each in a thread of its own. Sixty agreements take a second and a half of a
 * processor without a pause, and the thread that serves has conversations to pass on meanwhile; and what the layout
 * library keeps of a paper goes with its thread.
 */
export function makeTypeset(): Typeset {
  let before: Promise<unknown> = Promise.resolve();
  return (paper) => {
    const file = before.then(() => setInThread(paper));
    before = file.catch(() => {}); // whoever asked for it hears of it
    return file;
  };
}

function setInThread(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(PROGRAM, { workerData: paper });
    const timer = setTimeout(() => void worker.terminate(), LONGEST);
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => {
      clearTimeout(timer);
      reject(new Error("The thread ended without a paper.")); // after a message it is too late to reject
    });
  });
}
