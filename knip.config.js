/** Dead files, exports and packages: `npm run check -- dead`. What Next, Vitest, Playwright and Drizzle load, knip knows. */
export default {
  entry: [
    "server/main.ts",
    "app/worker/worker.ts",
    "scripts/{build-server,build-worker,check-messages,check-migrations,check-spec,complete-lock}.mjs",
    // Processes of their own, started by path; and types that are declared for all.
    "db/testing/append-until-killed.ts",
    "server/testing/tell-until-killed.ts",
    "e2e/support/moved-clock.mjs",
    "scripts/paper-worker.mjs",
    "server/paper/paper-worker.ts",
    "e2e/screens/*.screens.ts",
    "i18n/messages.ts",
  ],
  project: ["{app,conversation,db,e2e,i18n,scripts,server,wire}/**/*.{ts,tsx,mjs,css}", "*.{ts,js,cjs}"],
  // Started by the path of their programs, in scripts/check.mjs and scripts/dev.mjs.
  ignoreDependencies: ["@biomejs/biome", "dependency-cruiser", "tsx"],
  // Of the system: makes the certificate of the push service in tests; looks at PDFs there.
  ignoreBinaries: ["openssl", "qpdf", "pdftotext"],
  ignoreExportsUsedInFile: { interface: true, type: true },
  compilers: {
    css: (text) =>
      Array.from(text.matchAll(/@import "([^"]+)"/g), ([, name]) => `import "${name}";`).join("\n"),
  },
};
