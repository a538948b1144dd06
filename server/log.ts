import { randomUUID } from "node:crypto";
import pino from "pino";
import type { Environment } from "./environment";

/**
 * The log, as JSON lines. It carries ids and outcomes: never words, names, topics, addresses, tokens or secrets.
 * Only the two functions below write to it, and what they take leaves no room for any.
 */
export interface Log {
  /** Something happened: an outcome and the ids it concerns. */
  note(outcome: string, ids?: LogIds): void;
  /** Something broke. Gives the id that the person sees. */
  fault(where: string, error: unknown, ids?: LogIds): string;
}

export interface LogIds {
  readonly conversationId?: string;
  readonly moveId?: string;
  readonly personId?: string;
  readonly signInId?: string;
  readonly invitationId?: string;
  readonly jobId?: string;
  readonly noticeId?: string;
  readonly kind?: string;
  readonly refusal?: string;
  readonly milliseconds?: number;
  readonly port?: number;
  readonly database?: string;
}

/** Opens the log on the standard output, or on `destination`, which is given one line at a time. */
export function openLog(
  environment: Pick<Environment, "LOG_LEVEL">,
  destination?: { write(line: string): void },
): Log {
  const options = { level: environment.LOG_LEVEL, base: null };
  const logger = destination ? pino(options, destination) : pino(options);
  return {
    note: (outcome, ids = {}) => logger.info(ids, outcome),
    fault(where, error, ids = {}) {
      const fault = randomUUID();
      logger.error({ ...ids, fault, where, ...sayable(error) }, "fault");
      return fault;
    },
  };
}

/**
 * What may be said of an error. A database driver's message can quote the values of the statement it failed on,
 * so messages are left out: the class, the code and the places in our own code say where to look.
 */
function sayable(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = afterMessage(error)
    .split("\n")
    .filter((line) => /^\s+at /.test(line));
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  return {
    error: error.name,
    ...code,
    at: frames.slice(0, 8).map((line) => line.trim()),
    ...(error.cause instanceof Error && { cause: sayable(error.cause) }),
  };
}

/** The stack without the message above it: a message may have several lines, and look like places in code. */
function afterMessage({ stack = "", message }: Error): string {
  const at = stack.indexOf(message);
  return at < 0 ? "" : stack.slice(at + message.length);
}
