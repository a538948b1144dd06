import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const integration = {
  include: ["{server,db,app}/**/*.int.test.ts"],
  isolate: false, // each file has a server and a database of its own; loading PGlite anew for each takes longer than most
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

/** What is said over the wire, by mail, by push or on paper: it is the same whichever database lies behind it. */
const ABOUT_THE_WIRE = [
  "app/**",
  "server/hostile-*",
  "server/mail*",
  "server/paper/**",
  "server/push/**",
  "server/socket-*",
];

/** Small files whose tests take longest: whoever begins last with one of them runs alone for a minute and a half. */
const TAKES_LONGEST = /killed-processes|serve-notices|find-notices|papers\.int/;

/** What takes longest first, the rest as Vitest orders it. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => TAKES_LONGEST.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    maxWorkers: 2, // otherwise one processor is kept free: a half of a small machine
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
      // can show has its name before `.int`; the journeys go over the wire with the embedded one.
      {
        test: {
          ...integration,
          name: "pglite",
          exclude: ["**/*.postgres.int.test.ts", ...ABOUT_THE_WIRE],
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
