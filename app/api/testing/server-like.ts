import { onTestFinished } from "vitest";
import { setEvenground } from "#server/evenground";
import { startTestServer, type TestServer, type TestServerOptions } from "#server/testing/test-server";

/** Another server over the same database takes the place of the usual one until the test ends. */
export async function serverLike(usual: TestServer, options: TestServerOptions): Promise<TestServer> {
  const own = await startTestServer({ ...options, database: usual.database });
  onTestFinished(own.stop);
  setEvenground(own.ground);
  return own;
}
