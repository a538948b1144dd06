// The server around the pages, as one file: dist/server.mjs; and beside it the thread that sets papers. Packages stay
// outside; "#…" imports are our own and go in.
import { build } from "esbuild";

await build({
  entryPoints: { server: "server/main.ts", "paper-worker": "server/paper/paper-worker.ts" },
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  sourcemap: true,
  logLevel: "warning",
});
