import type { Seat } from "#conversation/seats";
import type { Db } from "#db/database";
import type { KeyRing } from "#db/key-ring";
import type { LiveConversations } from "../live-conversations";
import type { Log } from "../log";
import type { Mail } from "../mail";
import type { Origins } from "../origins";
import type { Push } from "../push/push";

/** What it takes to find out whom something waits for. */
export interface NoticeDesk {
  readonly db: Db;
  readonly ring: KeyRing;
  readonly live: LiveConversations;
  readonly log: Log;
  /** Which seats have a conversation open now. */
  here(conversationId: string): Promise<readonly Seat[]>;
}

/** What it takes to tell them. */
export interface SendingDesk extends NoticeDesk {
  readonly mail: Mail;
  readonly push: Pick<Push, "tell">;
  readonly origins: Pick<Origins, "main">;
  now(): Date;
}
