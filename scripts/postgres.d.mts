/** How PostgreSQL ends: "smart" waits for the clients, "fast" sends them away, "immediate" is as good as a crash. */
export type ShutdownMode = "smart" | "fast" | "immediate";

/** A real PostgreSQL for tests. */
export interface TestPostgres {
  /** postgresql://postgres@127.0.0.1:<port>/postgres; the port stays the same until `stop`. */
  readonly url: string;
  /** Ends it for good and removes its folder. Happens by itself when the process ends, however it ends. */
  stop(): Promise<void>;
  /** Takes the server down; its data stay ("fast" unless told otherwise). */
  shutDown(mode?: ShutdownMode): Promise<void>;
  /** Brings it back after `shutDown`. */
  start(): Promise<void>;
  /** Both in a row ("immediate" unless told otherwise). */
  restart(mode?: ShutdownMode): Promise<void>;
  /** Freezes it: connections stay open, and nothing is answered. */
  pause(): Promise<void>;
  /** Ends a pause. */
  resume(): Promise<void>;
}

/**
 * Starts a new, empty PostgreSQL (C.UTF-8, UTC, 200 connections, fsync on).
 * `settings` are lines of postgresql.conf. Rejects when no PostgreSQL is installed: `node scripts/ensure.mjs postgres`.
 */
export function startPostgres(settings?: Readonly<Record<string, string | number>>): Promise<TestPostgres>;
