import { defineConfig } from "vitest/config";

const integration = {
  maxWorkers: 2, // otherwise one processor is kept free: a half of a small machine
  include: ["{server,db,app}/**/*.int.test.ts"],
  isolate: false, // each file has a server and a database of its own; loading PGlite anew for each takes longer than most
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        // Pure: no database, no network, no clock. Seconds.
        test: {
          name: "rules",
          include: ["{conversation,wire,server,db,app,i18n}/**/*.test.ts", "scripts/*.test.mjs"],
          exclude: ["**/*.int.test.ts"],
        },
      },
      // The same tests on both databases: real sockets on port 0, nothing of our own replaced. What only one of them
      // can show has its name before `.int`.
      {
        test: {
          ...integration,
          name: "pglite",
          exclude: ["**/*.postgres.int.test.ts"],
          env: { TEST_DATABASE: "embedded" },
          globalSetup: ["./db/testing/start-embedded.ts"],
        },
      },
      {
        test: {
          ...integration,
          name: "postgres",
          exclude: ["**/*.embedded.int.test.ts"],
          env: { TEST_DATABASE: "postgres" },
          globalSetup: ["./db/testing/start-postgres.ts"],
        },
      },
    ],
  },
});
