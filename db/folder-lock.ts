import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";

/**
 * Takes a folder for this process alone: two processes on one embedded database destroy it.
 * On Linux by an abstract socket, which the kernel lets go of however the process ends; elsewhere by a file with
 * the process id. Gives the function that lets go. Refuses with a sentence when somebody else has it.
 */
export function lockFolder(folder: string): Promise<() => Promise<void>> {
  return process.platform === "linux" ? lockBySocket(folder) : lockByFile(folder);
}

function inUse(folder: string, by: string): Error {
  return new Error(`The data folder ${folder} is in use by ${by}. Stop that one first, or set DATA_DIR.`);
}

async function lockBySocket(folder: string): Promise<() => Promise<void>> {
  const socket = net.createServer();
  const name = `\0evenground-${createHash("sha256").update(folder).digest("hex").slice(0, 32)}`;
  await new Promise<void>((resolve, reject) => {
    socket.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? inUse(folder, "another process") : error),
    );
    socket.listen(name, resolve);
  });
  socket.unref();
  return () => new Promise((resolve) => socket.close(() => resolve()));
}

async function lockByFile(folder: string): Promise<() => Promise<void>> {
  const file = `${folder}.lock`;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return async () => rmSync(file, { force: true });
    } catch (error) {
      if (!isErrno(error, "EEXIST")) throw error;
      const holder = Number(readFileSync(file, "utf8"));
      if (isAlive(holder)) throw inUse(folder, `process ${holder}`);
      rmSync(file, { force: true });
    }
  }
  throw inUse(folder, "a process that started at the same time");
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isErrno(error, "EPERM");
  }
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
