import { parentPort, workerData } from "node:worker_threads";
import type { Paper } from "./paper";
import { paperFile } from "./paper-file";

// The whole of a thread's life: one paper in, one file out. See typeset.ts.
const file = await paperFile(workerData as Paper);
parentPort?.postMessage(file);
