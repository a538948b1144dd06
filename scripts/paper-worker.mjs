// The thread that sets papers (server/paper/typeset.ts), where the server runs from its source: in development and tests.
import { register } from "tsx/esm/api";

register();
await import("../server/paper/paper-worker.ts");
