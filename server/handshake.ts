import type { IncomingMessage } from "node:http";
import type { Db } from "#db/database";
import { readSignIn } from "#db/sign-ins";
import type { ClientSocket, Io } from "./announcer";
import { cookieName, readCookie } from "./cookies";
import type { Environment } from "./environment";
import type { Limits } from "./limits";
import { localeOf } from "./locale-of";
import type { Log } from "./log";
import type { Origins } from "./origins";

export interface Doorkeeper {
  readonly db: Db;
  readonly environment: Environment;
  readonly limits: Limits;
  readonly log: Log;
  readonly origins: Origins;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly now: () => Date;
}

/**
 * Whether an upgrade may begin. A foreign, missing or `null` Origin is refused here: `cors` alone would not do it,
 * because browsers do not apply it to WebSockets.
 */
export function allowRequest(door: Doorkeeper) {
  return (request: IncomingMessage, done: (problem: string | null | undefined, success: boolean) => void) => {
    const refuse = (refusal: string) => {
      door.log.note("refused", { kind: "handshake", refusal });
      done(refusal, false);
    };
    if (!door.origins.isOurs(request.headers.origin)) return refuse("wrong-origin");
    door.limits.handshakesPerAddress.take(door.addressOf(request)).then(
      (wait) => (wait > 0 ? refuse("slow-down") : done(null, true)),
      (error: unknown) => done(door.log.fault("handshake", error), false),
    );
  };
}

/** Proves the sign-in before anything else happens on a socket. Tokens in the query count for nothing. */
export function proveSignIn(io: Io, door: Doorkeeper): void {
  io.use((socket: ClientSocket, next) => {
    const refuse = () => {
      door.log.note("refused", { kind: "handshake", refusal: "not-signed-in" });
      next(new Error("not-signed-in"));
    };
    const { cookie, "accept-language": acceptLanguage } = socket.request.headers;
    const token = readCookie(cookie, cookieName(door.origins.secure));
    if (!token) return refuse();
    readSignIn(door.db, token, door.now()).then(
      (asking) => {
        if (!asking) return refuse();
        const wishes = { own: asking.preferences.locale, cookies: cookie, acceptLanguage };
        const locale = localeOf(wishes, door);
        Object.assign(socket.data, { asking, locale, seats: new Map(), engagements: new Map() });
        next();
      },
      (error: unknown) => next(new Error(`fault ${door.log.fault("handshake", error)}`)),
    );
  });
}
