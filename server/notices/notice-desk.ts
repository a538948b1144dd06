import type { Seat } from "#conversation/seats";
import type { Db } from "#db/database";
import type { LiveConversations } from "../live-conversations";
import type { Log } from "../log";

/** What it takes to find out whom something waits for. */
export interface NoticeDesk {
  readonly db: Db;
  readonly live: LiveConversations;
  readonly log: Log;
  /** Which seats have a conversation open now. */
  here(conversationId: string): Promise<readonly Seat[]>;
}
