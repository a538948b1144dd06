import type { NoticeDesk } from "./notice-desk";

/** Finds out whom something waits for, and keeps it in `notice`. May be called at any time, by any number of processes. */
export async function findNotices(_desk: NoticeDesk, _now: Date): Promise<void> {}
