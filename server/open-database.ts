import path from "node:path";
import type { Database } from "#db/database";
import type { Environment } from "./environment";
import type { Log } from "./log";

/** The database the environment names: a Postgres, or the embedded one in the data folder. Brings its tables up to date. */
export async function openDatabase(environment: Environment, log: Log): Promise<Database> {
  const migrations = path.join(process.cwd(), "db", "migrations");
  const database = await open(environment, migrations, log);
  try {
    await database.migrate();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The driver that is not needed is never loaded. */
async function open(environment: Environment, migrations: string, log: Log): Promise<Database> {
  if (environment.DATABASE_URL) {
    const { openPostgres } = await import("#db/open-postgres");
    const onLost = (error: Error) => log.fault("database connection", error);
    return openPostgres(environment.DATABASE_URL, migrations, onLost);
  }
  const { openEmbedded } = await import("#db/open-embedded");
  return openEmbedded(path.join(environment.DATA_DIR, "postgres"), migrations);
}
