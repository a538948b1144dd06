import { randomUUID } from "node:crypto";
import { openAsBlob } from "node:fs";
import path from "node:path";
import pg from "pg";
import { inject } from "vitest";
import type { Database } from "../database";
import { openInMemory } from "../open-embedded";
import { openPostgres } from "../open-postgres";

export const MIGRATIONS = path.resolve(import.meta.dirname, "../migrations");

/** A database for one test file. Closing it is the end of its data. */
export interface TestDatabase extends Database {
  /**
   * The same data once more, as another process would open them; closing that leaves the data.
   * The embedded database belongs to one process, so there it is the same connection.
   */
  openAgain(): Database;
  /** Where it is; null for the embedded one. */
  readonly url: string | null;
}

/** Makes a database with all tables and nothing in them, of the kind that TEST_DATABASE names. */
export function openTestDatabase(): Promise<TestDatabase> {
  return process.env.TEST_DATABASE === "postgres" ? onPostgres(inject("postgresUrl")) : inMemory();
}

async function inMemory(): Promise<TestDatabase> {
  const database = await openInMemory(MIGRATIONS, await openAsBlob(inject("emptyEmbedded")));
  await database.migrate();
  return { ...database, url: null, openAgain: () => ({ ...database, close: async () => {} }) };
}

/** Makes a new database in the PostgreSQL at `url`. */
export async function onPostgres(url: string): Promise<TestDatabase> {
  const name = `evenground_test_${randomUUID().replaceAll("-", "")}`;
  await asOwner(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = name;
  const openAgain = () => openPostgres(own.href, MIGRATIONS, () => {});
  const database = openAgain();
  await database.migrate();
  return {
    ...database,
    url: own.href,
    openAgain,
    async close() {
      await database.close();
      await asOwner(url, `drop database ${name} with (force)`);
    },
  };
}

/** A plain connection to a test database on PostgreSQL, past our own code. */
export async function openClient({ url }: TestDatabase): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url ?? "" });
  await client.connect();
  return client;
}

async function asOwner(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
