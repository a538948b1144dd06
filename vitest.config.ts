import { defineConfig } from "vitest/config";

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
    ],
  },
});
