import { writeSync } from "node:fs";
import { openPostgres } from "#db/open-postgres";
import { startJobs } from "../jobs";
import { serveNotices } from "../notices/serve-notices";
import { deskOn, logInto } from "./sending-desk";

// A process that finds out for whom something waits and tells them, as every process does, with less patience. Its
// clock stands still. It goes on until it is killed, and says when it has begun.

const [databaseUrl = "", mailUrl = "", clock = ""] = process.argv.slice(2);
const database = openPostgres(databaseUrl, "", () => {});
const jobs = await startJobs(database, logInto([]), { lookEverySeconds: 0.5, maintainEverySeconds: 1 });
const desk = deskOn(database.db, mailUrl, () => new Date(clock));
await serveNotices(jobs, desk, 1, { retryLimit: 20, backOffSeconds: 1, expireInSeconds: 5, atATime: 3 });
writeSync(1, "serves\n");
