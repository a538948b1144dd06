import { sql } from "drizzle-orm";
import type { Database } from "../database";

/** Everything in every table as one text; bytes are there as they would read, and as hexadecimal. */
export async function dumpOf(database: Database): Promise<string> {
  const tables = await database.prepare<{ readonly table: string }>(
    "tables_to_dump",
    sql`select format('%I.%I', table_schema, table_name) as table from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )({});
  const values: string[] = [];
  for (const [index, { table }] of tables.entries()) {
    const from = sql.join(
      table.split(".").map((part) => sql.identifier(part.replaceAll('"', ""))),
      sql`.`,
    );
    const rows = await database.prepare<Record<string, unknown>>(
      `dump_table_${index}`,
      sql`select * from ${from}`,
    )({});
    for (const row of rows) values.push(...Object.values(row).map(readable));
  }
  return values.join("\n");
}

function readable(value: unknown): string {
  if (!(value instanceof Uint8Array)) return JSON.stringify(value);
  const bytes = Buffer.from(value);
  return `${bytes.toString("latin1")} ${bytes.toString("hex")}`;
}
