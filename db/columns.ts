import { customType, timestamp } from "drizzle-orm/pg-core";

/** Bytes, as both drivers give them: a Buffer from pg, a Uint8Array from the embedded database. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
});

/** A time on the server’s clock. */
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
