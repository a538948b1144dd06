import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { v7 as uuidv7 } from "uuid";

/** A mail as it would have been sent. */
export interface Mailed {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
}

export interface KeptMail extends Mailed {
  readonly id: string;
}

/** More than these are not kept. */
const MOST = 50;

/** Keeps mails as files that nobody but their owner can read, the newest fifty. The folder is made with the first. */
export function keepMailsIn(folder: string) {
  const ids = async (): Promise<readonly string[]> => {
    const found = await readdir(folder).catch(ifThereIsNone);
    return found.filter((name) => name.endsWith(".json")).sort();
  };
  const read = async (id: string): Promise<KeptMail> => {
    const mail = JSON.parse(await readFile(path.join(folder, id), "utf8"));
    return { ...mail, at: new Date(mail.at), id };
  };
  return {
    async keep(mail: Mailed): Promise<void> {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const id = `${uuidv7()}.json`; // by name in the order of time
      await writeFile(path.join(folder, id), JSON.stringify(mail), { mode: 0o600, flag: "wx" });
      for (const old of (await ids()).slice(0, -MOST)) await rm(path.join(folder, old), { force: true });
    },
    /** The newest first. */
    list: async (): Promise<readonly KeptMail[]> => Promise.all([...(await ids())].reverse().map(read)),
  };
}

function ifThereIsNone(error: NodeJS.ErrnoException): string[] {
  if (error.code === "ENOENT") return [];
  throw error;
}
