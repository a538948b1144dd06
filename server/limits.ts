import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import type { Environment } from "./environment";

/** How much is allowed, of what, in how many seconds (safety.md §5). */
export interface Limits {
  readonly movesPerSeat: Limit;
  readonly draftsPerSeat: Limit;
  readonly opensPerSocket: Limit;
  readonly handshakesPerAddress: Limit;
  readonly invitationTriesPerAddress: Limit;
  readonly startsPerAddress: Limit;
  /** Mails with a code that one mail address gets. */
  readonly codesPerMailAddress: Limit;
  readonly codesPerMailAddressDaily: Limit;
  readonly codesPerAddress: Limit;
  readonly passkeysPerAddress: Limit;
  readonly takeoutsPerPerson: Limit;
  /** Large: the mail programs of many people may call from one address of their provider's. */
  readonly stopsPerAddress: Limit;
  readonly meetingMailsPerPerson: Limit;
  /** Agreements as PDFs: each takes a processor for a moment. */
  readonly papersPerPerson: Limit;
  /** Large: calendar programs of many people may ask from one address of their provider's. */
  readonly calendarsPerAddress: Limit;
  /** New addresses of one's own calendars. */
  readonly calendarsPerPerson: Limit;
  readonly socketsPerSeat: number;
  readonly unsentBytesPerSocket: number;
}

/** Counts by a key; in memory, so each process counts for itself. */
export interface Limit {
  /** Takes one. Gives 0 when that was allowed, else how many milliseconds to wait. */
  take(key: string): Promise<number>;
  /** How many milliseconds to wait before the next would be allowed; takes nothing. */
  wait(key: string): Promise<number>;
}

export function makeLimits(environment: Environment): Limits {
  return {
    // 10 a second on average, 20 at once.
    movesPerSeat: makeLimit(20, 2),
    draftsPerSeat: makeLimit(20, 10),
    opensPerSocket: makeLimit(60, 60),
    handshakesPerAddress: makeLimit(environment.HANDSHAKES_PER_MINUTE, 60),
    invitationTriesPerAddress: makeLimit(environment.INVITATION_TRIES_PER_MINUTE, 60),
    startsPerAddress: makeLimit(environment.STARTS_PER_HOUR, 3_600),
    codesPerMailAddress: makeLimit(environment.CODES_PER_HOUR, 3_600),
    codesPerMailAddressDaily: makeLimit(Math.max(8, environment.CODES_PER_HOUR), 86_400),
    codesPerAddress: makeLimit(Math.max(20, environment.CODES_PER_HOUR), 3_600),
    takeoutsPerPerson: makeLimit(6, 3_600),
    stopsPerAddress: makeLimit(300, 60),
    meetingMailsPerPerson: makeLimit(6, 3_600),
    papersPerPerson: makeLimit(30, 3_600),
    calendarsPerAddress: makeLimit(300, 60),
    calendarsPerPerson: makeLimit(30, 3_600),
    passkeysPerAddress: makeLimit(30, 60),
    socketsPerSeat: 5,
    unsentBytesPerSocket: 1_000_000,
  };
}

export function makeLimit(points: number, seconds: number): Limit {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return {
    take: (key) =>
      limiter.consume(key).then(
        () => 0,
        (rejected: RateLimiterRes | Error) => {
          if (rejected instanceof Error) throw rejected;
          return Math.max(1, rejected.msBeforeNext);
        },
      ),
    async wait(key) {
      const taken = await limiter.get(key);
      return taken && taken.consumedPoints >= points ? Math.max(1, taken.msBeforeNext) : 0;
    },
  };
}
