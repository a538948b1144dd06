import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { type Database, prepareWith } from "./database";
import * as schema from "./schema";

/** Any number, the same in every process: whoever holds this lock migrates, the others wait. */
const MIGRATION_LOCK = 727_274;

/** Opens a pool to the Postgres at `url`. `onLost` hears of connections that broke while nobody used them. */
export function openPostgres(
  url: string,
  migrationsFolder: string,
  onLost: (error: Error) => void,
): Database {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5_000 });
  // Without a listener, a connection that breaks while idle would end the process.
  pool.on("error", onLost);
  const db = drizzle(pool, { schema });
  return {
    db,
    kind: "postgres",
    prepare: (name, statement) =>
      prepareWith((name_, text, values) => pool.query({ name: name_, text, values }), name, statement),
    run: (text, values = []) => pool.query(text, [...values]),
    async migrate() {
      const connection = await pool.connect();
      try {
        await connection.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
        try {
          await migrate(drizzle(connection, { schema }), { migrationsFolder });
        } finally {
          await connection.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]);
        }
        connection.release();
      } catch (error) {
        connection.release(true); // closing the connection lets go of the lock, whatever state it is in
        throw error;
      }
    },
    close: () => pool.end(),
  };
}
