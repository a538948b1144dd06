import { sql } from "drizzle-orm";
import type { LiveConversation } from "../live-conversations";
import type { NoticeDesk } from "./notice-desk";

/**
 * These conversations, but for those that cannot be loaded (a damaged key, say): one couple's misfortune must not keep
 * notices from all others. Each of those is logged. Throws where it is the database that does not answer.
 */
export async function loadWhatLoads(
  desk: NoticeDesk,
  ids: readonly string[],
): Promise<readonly LiveConversation[]> {
  try {
    return await desk.live.loadMany(ids);
  } catch (error) {
    await desk.db.execute(sql`select 1`);
    if (ids.length < 2) {
      desk.log.fault("notices", error, ids[0] === undefined ? {} : { conversationId: ids[0] });
      return [];
    }
    const half = Math.ceil(ids.length / 2);
    const first = await loadWhatLoads(desk, ids.slice(0, half));
    return [...first, ...(await loadWhatLoads(desk, ids.slice(half)))];
  }
}
