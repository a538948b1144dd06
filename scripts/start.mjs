// The built server, in production. Its environment, all of it optional:
//   PORT          3000
//   HOST          127.0.0.1; 0.0.0.0 to be reached from other machines
//   PUBLIC_URL    the address people type, behind a proxy; unset: the one each request names
//   DATA_DIR      .data: the embedded database and the keys
//   DATABASE_URL  a PostgreSQL instead of the embedded one
import { stopWithParent } from "./stop-with-parent.mjs";

process.env.NODE_ENV = "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";
if (process.env.npm_lifecycle_event) stopWithParent();

await import("../dist/server.mjs");
