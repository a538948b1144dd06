import { fillPlaceholders, type SQL } from "drizzle-orm";
import { type PgDatabase, PgDialect, type PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "./schema";

/** Drizzle over either driver. A transaction has the same type. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;

/** One open database. There is one per process; pages and handlers get it from the process, never by opening. */
export interface Database {
  readonly db: Db;
  readonly kind: "postgres" | "embedded";
  /**
   * A statement for the hot path: built by Drizzle once, prepared by the server once.
   * Its values are given by the names of its placeholders.
   */
  prepare<Row>(name: string, statement: SQL): Prepared<Row>;
  /** For a library that brings statements of its own (the jobs): one with values, or several without. */
  run(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>;
  /** Brings the tables up to date; safe when several processes start at once. */
  migrate(): Promise<void>;
  close(): Promise<void>;
}

export type Prepared<Row> = (values: Record<string, unknown>) => Promise<readonly Row[]>;

/** How a driver runs one prepared statement. */
export type RunPrepared = (name: string, text: string, values: unknown[]) => Promise<{ rows: unknown[] }>;

const dialect = new PgDialect();

/** Compiles `statement` once and binds it to a driver. */
export function prepareWith<Row>(run: RunPrepared, name: string, statement: SQL): Prepared<Row> {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  return async (values) => {
    const { rows } = await run(name, text, fillPlaceholders(params, values));
    return rows as readonly Row[]; // the parser: each statement declares the row it selects
  };
}
