import type { Jobs } from "../jobs";
import { type Packer, packTakeout } from "./pack-takeout";
import { PACKING, type PackingJob } from "./packing-job";
import { CLEARING, clearTakeouts } from "./takeout-desk";

/** Has takeouts packed, and dropped when their hour is over, by this process too. */
export async function serveTakeouts(jobs: Jobs, packer: Packer): Promise<void> {
  await jobs.serve<PackingJob>(PACKING, (job) => packTakeout(packer, job));
  await jobs.serve(CLEARING, () => clearTakeouts(packer, packer.now()));
}
