import type { Jobs } from "../jobs";
import { type Packer, type PackingJob, packTakeout } from "./pack-takeout";
import { CLEARING, clearTakeouts, PACKING } from "./takeout-desk";

/** Has takeouts packed, and dropped when their hour is over, by this process too. */
export async function serveTakeouts(jobs: Jobs, packer: Packer): Promise<void> {
  await jobs.serve<PackingJob>(PACKING, (job) => packTakeout(packer, job));
  await jobs.serve(CLEARING, () => clearTakeouts(packer, packer.now()));
}
