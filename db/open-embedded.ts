import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import path from "node:path";
import { PGlite, type Results } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { type Database, prepareWith } from "./database";
import { lockFolder } from "./folder-lock";
import * as schema from "./schema";

interface OpenFile {
  readonly nfd?: number;
  readonly node: unknown;
}
interface FileSystemModule {
  NODEFS: { stream_ops: { fsync?: (file: OpenFile) => number }; realPath(node: unknown): string };
}

/**
 * The embedded database on a folder, with real fsync: PGlite's own file system acknowledges a sync without doing
 * it, and "acknowledged after commit" would then be untrue when the machine goes down.
 */
class DurableFolder extends NodeFS {
  override async init(...args: Parameters<NodeFS["init"]>) {
    const result = await super.init(...args);
    const options = result.emscriptenOpts as { preRun?: ((module: unknown) => void)[] };
    options.preRun = [...(options.preRun ?? []), (module) => syncForReal(module as FileSystemModule)];
    return result;
  }
}

function syncForReal({ NODEFS }: FileSystemModule): void {
  NODEFS.stream_ops.fsync = (file) => {
    if (typeof file.nfd === "number") fdatasyncSync(file.nfd);
    else {
      const descriptor = openSync(NODEFS.realPath(file.node), "r");
      try {
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
    }
    return 0;
  };
}

/** PGlite turns fsync off (-F) by default. */
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== "-F"),
  "-c",
  "wal_sync_method=fsync",
];

/** Opens, and at first makes, the embedded Postgres in `folder`. Refuses when another process has it open. */
export async function openEmbedded(folder: string, migrationsFolder: string): Promise<Database> {
  const dir = path.resolve(folder);
  mkdirSync(path.dirname(dir), { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(dir);
  try {
    if (!existsSync(path.join(dir, "PG_VERSION"))) await initialise(dir);
    const client = await PGlite.create({ fs: new DurableFolder(dir), startParams });
    return embeddedDatabase(client, migrationsFolder, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** An embedded Postgres in memory, for tests: new, or a copy of `from` (PGlite's `dumpDataDir`). */
export async function openInMemory(migrationsFolder: string, from?: Blob): Promise<Database> {
  const client = await PGlite.create("memory://", from && { loadDataDir: from });
  return embeddedDatabase(client, migrationsFolder, async () => {});
}

/** In a folder of another name, then renamed: a kill during the first start leaves nothing half made. */
async function initialise(dir: string): Promise<void> {
  const parent = path.dirname(dir);
  const prefix = `${path.basename(dir)}.init-`;
  for (const entry of readdirSync(parent))
    if (entry.startsWith(prefix)) rmSync(path.join(parent, entry), { recursive: true, force: true });
  const unfinished = path.join(parent, `${prefix}${process.pid}`);
  const first = await PGlite.create({ fs: new DurableFolder(unfinished), startParams });
  await first.exec("checkpoint");
  await first.close();
  renameSync(unfinished, dir);
}

function embeddedDatabase(client: PGlite, migrationsFolder: string, unlock: () => Promise<void>): Database {
  const db = drizzle(client, { schema });
  return {
    db,
    kind: "embedded",
    prepare: (name, statement) =>
      prepareWith((_name, text, values) => client.query(text, values), name, statement),
    run: async (text, values = []) =>
      values.length > 0
        ? client.query(text, [...values])
        : ((await execAll(client, text)).at(-1) ?? { rows: [] }), // the extended protocol takes one statement at a time
    // One process, one connection: there is nobody to lock out.
    migrate: () => migrate(db, { migrationsFolder }),
    async close() {
      await client.close();
      await unlock();
    },
  };
}

/** Where one of several statements fails, a transaction that they began would hold everybody's one connection. */
async function execAll(client: PGlite, text: string): Promise<Results[]> {
  try {
    return await client.exec(text);
  } catch (error) {
    await client.exec("rollback");
    throw error;
  }
}
