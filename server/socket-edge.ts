import type { ZodType } from "zod";
import type { AnyRefusal, NotOk } from "#wire/refusals";
import type { ClientSocket } from "./announcer";
import type { Log } from "./log";
import { issuesOf } from "./request-issues";
import type { Underway } from "./underway";

/** What a handler makes of a request that has the right shape. */
export type Handle<Request, Answer> = (socket: ClientSocket, request: Request) => Promise<Answer | NotOk>;

/**
 * The one wrapper around every socket handler. It checks that there is somebody to answer and that the payload has
 * exactly the right shape, and turns any throw into one logged fault: a throw in a handler would end the process.
 */
export function onEvent<Request, Answer extends { readonly ok: true }>(
  socket: ClientSocket,
  { log, underway }: { readonly log: Log; readonly underway: Underway },
  event: "open" | "move" | "draft" | "apart" | "say-word" | "leave" | "watch",
  schema: ZodType<Request>,
  handle: Handle<Request, Answer>,
): void {
  const answerTo = async (payload: unknown): Promise<Answer | NotOk> => {
    const parsed = schema.safeParse(payload);
    if (!parsed.success) return refuse({ kind: "bad-request", issues: issuesOf(parsed.error) });
    return handle(socket, parsed.data);
  };
  const listener = (payload: unknown, acknowledge: unknown): void => {
    if (typeof acknowledge !== "function") return; // nobody to answer: not a client of ours
    underway
      .track(answerTo(payload))
      .catch((error: unknown): NotOk => {
        const { personId } = socket.data.asking;
        return { ok: false, fault: log.fault(`socket ${event}`, error, { personId }) };
      })
      .then((answer) => {
        if (!answer.ok && "refusal" in answer)
          log.note("refused", {
            kind: event,
            refusal: answer.refusal.kind,
            personId: socket.data.asking.personId,
          });
        acknowledge(answer);
      })
      .catch((error: unknown) => log.fault(`acknowledge ${event}`, error));
  };
  // The typed overloads of `on` cannot be told from a name that is only known as a union.
  (socket as { on(name: string, listener: (...args: unknown[]) => void): unknown }).on(event, listener);
}

export const refuse = (refusal: AnyRefusal): NotOk => ({ ok: false, refusal });
