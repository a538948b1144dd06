import type { LiveConversation } from "../live-conversations";
import type { NoticeDesk } from "./notice-desk";
import { doWhatCanBeDone } from "./what-can-be-done";

/** These conversations, but for those that cannot be loaded (a damaged key, say), which are logged. */
export function loadWhatLoads(
  desk: NoticeDesk,
  ids: readonly string[],
): Promise<readonly LiveConversation[]> {
  return doWhatCanBeDone(
    desk,
    ids,
    (some) => desk.live.loadMany(some),
    (conversationId) => ({ conversationId }),
  );
}
