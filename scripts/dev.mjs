// The development server: starts again when the server's side changes. Pages are Next's own to refresh.
import { spawn } from "node:child_process";
import { stopWithParent } from "./stop-with-parent.mjs";

// tsx watches what the server imports, which in time is also what Next has compiled: that must not start it again.
const watching = [
  "--clear-screen=false",
  "--exclude=app/**",
  "--exclude=.next/**",
  "--include=db/migrations/**",
];
const command = ["node_modules/tsx/dist/cli.mjs", "watch", ...watching, "server/main.ts"];

const server = spawn(process.execPath, command, {
  stdio: ["ignore", "inherit", "inherit"],
  env: { ...process.env, NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" },
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
server.on("exit", (status) => process.exit(status ?? 1));
if (process.env.npm_lifecycle_event) stopWithParent();
