import { defineConfig } from "vitest/config";

const integration = {
  include: ["{server,db,app}/**/*.int.test.ts"],
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
          include: ["{conversation,wire,server,db,app}/**/*.test.ts"],
          exclude: ["**/*.int.test.ts"],
        },
      },
      // The same tests on both databases: real sockets on port 0, nothing of our own replaced.
      { test: { ...integration, name: "pglite", env: { TEST_DATABASE: "embedded" } } },
      {
        test: {
          ...integration,
          name: "postgres",
          env: { TEST_DATABASE: "postgres" },
          globalSetup: ["./db/testing/start-postgres.ts"],
        },
      },
    ],
  },
});
