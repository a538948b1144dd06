import type { Db } from "#db/database";
import { readEnvironment } from "../environment";
import { SHIPPED_GUIDES } from "../guide-book";
import { keepLiveConversations } from "../live-conversations";
import { openLog } from "../log";
import { makeMail } from "../mail";
import type { SendingDesk } from "../notices/notice-desk";
import { RING } from "./waiting-people";

export const ORIGIN = "https://ground.example";

/** What a process has for telling people, with mail by the server at `url`, or none. */
export function deskOn(db: Db, url: string | null, now: () => Date): SendingDesk {
  return {
    db,
    ring: RING,
    live: keepLiveConversations(db, RING, SHIPPED_GUIDES),
    log: logInto([]),
    here: async () => [],
    mail: mailBy(url, now),
    push: NOBODY,
    origins: { main: ORIGIN },
    now,
  };
}

/** Mail as in a real place; none where there is no mail server. */
export function mailBy(url: string | null, now: () => Date) {
  const smtp = url === null ? {} : { SMTP_URL: url, MAIL_FROM: "post@mail.example" };
  return makeMail(readEnvironment({ NODE_ENV: "production", PUBLIC_URL: ORIGIN, ...smtp }), now);
}

/** A log that is kept in `lines`. */
export function logInto(lines: string[]) {
  return openLog({ LOG_LEVEL: "info" }, { write: (line) => lines.push(line) });
}

const NOBODY: SendingDesk["push"] = { tell: async () => "nobody" };
