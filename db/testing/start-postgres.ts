import type { TestProject } from "vitest/node";
import { startPostgres } from "../../scripts/postgres.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** A real PostgreSQL in which every test file makes a database of its own. */
    postgresUrl: string;
  }
}

/** Before the tests on PostgreSQL: takes the one in TEST_DATABASE_URL, or starts one and ends it after them. */
export default async function startForTests(project: TestProject): Promise<() => Promise<void>> {
  const lent = process.env.TEST_DATABASE_URL;
  if (lent) {
    project.provide("postgresUrl", lent);
    return async () => {};
  }
  // The machine will not go down under these tests, and syncing every database made for them takes minutes.
  const postgres = await startPostgres({ fsync: "off" });
  project.provide("postgresUrl", postgres.url);
  return () => postgres.stop();
}
