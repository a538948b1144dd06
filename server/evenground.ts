import type { Seat } from "#conversation/seats";
import { readOwnConversations } from "#db/conversations";
import type { Db } from "#db/database";
import { findSeat } from "#db/members";
import { type Asking, deleteSignIn, prolongSignIn, readSignIn } from "#db/sign-ins";
import type { Opened } from "#wire/events";
import type { Announcer } from "./announcer";
import { type Couple, readCouple } from "./couple";
import type { Environment } from "./environment";
import { type InvitationDesk, type Standing, standingAt } from "./invitations";
import type { LiveConversations } from "./live-conversations";
import type { ReadingLocale } from "./locale-of";
import type { Log } from "./log";
import type { Metrics } from "./metrics";
import { openConversation } from "./open-conversation";
import type { Origins } from "./origins";
import type { SettingsDesk } from "./settings";
import type { ConversationStarter } from "./start-conversation";
import type { TakeoutDesk } from "./takeout/takeout-desk";

/**
 * What pages and HTTP handlers may use of the running process. Next bundles them apart from the server, so the two
 * meet in one place on `globalThis`; nothing is ever opened by importing it.
 */
export interface Evenground {
  readonly version: string;
  readonly environment: Environment;
  readonly origins: Origins;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly desk: TakeoutDesk & InvitationDesk & ConversationStarter;
  readonly settings: SettingsDesk;
  /** For next-auth's own cookies (its CSRF token); sign-ins are rows and need none. */
  readonly authSecret: string;
  /** Whether the process is about to end. */
  isStopping(): boolean;
  /** Answers, or throws when the database does not. */
  pingDatabase(): Promise<void>;
  now(): Date;
  whoIsAsking(token: string): Promise<Asking | null>;
  signOut(token: string): Promise<void>;
  open(asking: Asking, conversationId: string, locale: ReadingLocale): Promise<Opened | null>;
  /** With whom this person goes on after a conversation; null for a stranger, and after what was done alone. */
  couple(asking: Asking, conversationId: string): Promise<Couple | null>;
  standing(asking: Asking, invitationId: string): Promise<Standing>;
  ownConversations(asking: Asking): ReturnType<typeof readOwnConversations>;
}

const PLACE = Symbol.for("evenground");
type Holder = typeof globalThis & { [PLACE]?: Evenground };

export function setEvenground(ground: Evenground): void {
  (globalThis as Holder)[PLACE] = ground;
}

/** The running process. Throws where there is none: pages are only ever served by server/main.ts. */
export function evenground(): Evenground {
  const ground = (globalThis as Holder)[PLACE];
  if (!ground) throw new Error("Nothing is running here: start through `npm start` or `npm run dev`.");
  return ground;
}

/** How long a sign-in may go unused before using it makes it last anew. */
const PROLONG_AFTER = 86_400_000;
const LASTS = 90 * PROLONG_AFTER;

export interface Readings {
  readonly db: Db;
  readonly live: LiveConversations;
  readonly announcer: Announcer;
  here(conversationId: string): Promise<readonly Seat[]>;
  now(): Date;
}

/** The readings that pages need, over the process's own database and sockets. */
export function readingsOf({ db, live, announcer, here, now }: Readings) {
  return {
    async whoIsAsking(token: string) {
      const asking = await readSignIn(db, token, now());
      const lasts = new Date(now().getTime() + LASTS);
      if (asking && lasts.getTime() - asking.expiresAt.getTime() > PROLONG_AFTER)
        await prolongSignIn(db, token, lasts);
      return asking;
    },
    async signOut(token: string) {
      const signInId = await deleteSignIn(db, token);
      if (signInId) announcer.signedOut(signInId);
    },
    async open(asking: Asking, conversationId: string, locale: ReadingLocale) {
      const seat = await findSeat(db, conversationId, asking.tokenHash, now());
      return seat ? openConversation({ db, live, here }, { seat, locale }, { conversationId }, now()) : null;
    },
    couple: (asking: Asking, conversationId: string) =>
      readCouple({ db, live }, asking.personId, conversationId),
    standing: (asking: Asking, invitationId: string) => standingAt(db, asking.personId, invitationId),
    ownConversations: (asking: Asking) => readOwnConversations(db, asking.personId, 20),
  };
}
