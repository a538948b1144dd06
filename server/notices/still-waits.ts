import type { NoticeRow } from "#db/notices";
import type { NoticeDesk } from "./notice-desk";

/** Whether what a notice means still waits for its person, and they are not there already. Sends and changes nothing. */
export async function stillWaits(_desk: NoticeDesk, _notice: NoticeRow, _now: Date): Promise<boolean> {
  return true;
}
