import type { AnyRefusal } from "#wire/refusals";
import { wipeDevice } from "./device/wipe-device";

/** What became of a request: an answer, a refusal, a fault with its id, or no connection. */
export type Sent<Answer> =
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "refused"; readonly refusal: AnyRefusal }
  | { readonly kind: "fault"; readonly fault: string }
  | { readonly kind: "offline" };

/**
 * Sends one of the calls of docs/wire.md that change something. Never throws. With `keepalive` it goes out also where
 * the page is just being left.
 */
export async function send<Answer>(
  path: string,
  body: unknown,
  { keepalive = false }: { readonly keepalive?: boolean } = {},
): Promise<Sent<Answer>> {
  return answerTo(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    keepalive,
  });
}

/** Asks for one of those that change nothing. Never throws. */
export async function ask<Answer>(path: string): Promise<Sent<Answer>> {
  return answerTo(path, {});
}

async function answerTo<Answer>(path: string, request: RequestInit): Promise<Sent<Answer>> {
  let response: Response;
  try {
    response = await fetch(path, request);
  } catch {
    return { kind: "offline" }; // fetch rejects for one reason: nothing was reached
  }
  if (response.status === 401) await wipeDevice(); // the sign-in is over
  return read<Answer>(response);
}

async function read<Answer>(response: Response): Promise<Sent<Answer>> {
  const text = await response.text().catch(() => "");
  const body = parse(text);
  if (response.ok && body) return { kind: "answer", answer: body as Answer };
  if (body && "refusal" in body) return { kind: "refused", refusal: body.refusal as AnyRefusal };
  return { kind: "fault", fault: body && "fault" in body ? String(body.fault) : String(response.status) };
}

/** A proxy in between may answer with a page of its own; that is no answer of ours. */
function parse(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return value && typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
