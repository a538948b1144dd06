import type { Keeping } from "#conversation/keeping/keepings";
import type { KeepingAnswer } from "#wire/answers";
import { type Sent, send } from "../send";

/** Keeps something in a space. The same id is kept once, however often it is sent. Never throws. */
export function sendKeeping(
  spaceId: string,
  keepingId: string,
  keeping: Keeping,
): Promise<Sent<KeepingAnswer>> {
  return send(`/api/spaces/${spaceId}/keepings`, { keepingId, keeping });
}

/** Remembers for oneself that a letter or an appreciation was opened. Nobody else is told. Never throws. */
export function sendOpened(spaceId: string, seq: number): Promise<Sent<object>> {
  return send(`/api/spaces/${spaceId}/opened`, { seq });
}
