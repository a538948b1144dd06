import { createECDH } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { type Agent, request } from "node:https";
import webPush, { type RequestDetails } from "web-push";
import type { PushAddress } from "#db/push-subscriptions";
import type { PushKey } from "./push-key";

/** Milliseconds until a push service has to have answered. */
const PATIENCE = 10_000;
/** A second one takes the place of a first that was not delivered yet. It says nothing. */
const TOPIC = "n";

export interface PushSender {
  readonly key: PushKey;
  /** Whom a push service may write to about us: `https:` or `mailto:`. */
  readonly subject: string;
  /** With what is connected, where not as usual. */
  readonly agent?: Agent | undefined;
}

/**
 * `gone`: the browser does not want it any more. `refused`: it will not be taken later either. `later`: it surely was
 * not taken. `unknown`: it may have been.
 */
export type PushOutcome = "told" | "gone" | "refused" | "later" | "unknown";

/**
 * Hands one message to a push service, sealed for the one browser (RFC 8291). What is sealed and signed is web-push's;
 * we make the request: it has a deadline, reads nothing of the answer, and follows no redirect. The push service keeps it
 * for a browser that is off, for `keptFor` seconds.
 */
export async function sendPush(
  sender: PushSender,
  to: PushAddress,
  payload: object,
  keptFor: number,
): Promise<PushOutcome> {
  const { key, subject, agent } = sender;
  const { endpoint, p256dh, auth } = to;
  const details = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh, auth } },
    JSON.stringify(payload),
    { vapidDetails: { subject, ...key }, TTL: keptFor, urgency: "normal", topic: TOPIC },
  );
  return outcomeOf(await statusOf(details, agent));
}

function outcomeOf(status: number | "not-sent" | "unanswered"): PushOutcome {
  if (status === "unanswered") return "unknown";
  if (status === "not-sent" || status === 429 || status >= 500) return "later";
  if (status === 404 || status === 410) return "gone";
  return status >= 200 && status < 300 ? "told" : "refused";
}

async function statusOf({ endpoint, method, headers, body }: RequestDetails, agent?: Agent) {
  const call = request(endpoint, { method, headers, agent, signal: AbortSignal.timeout(PATIENCE) });
  let isOnItsWay = false;
  call.once("socket", (socket) => {
    isOnItsWay = call.reusedSocket;
    socket.once("secureConnect", () => {
      isOnItsWay = true;
    });
  });
  call.end(body);
  try {
    const [response] = (await once(call, "response")) as [IncomingMessage];
    response.on("error", () => undefined).destroy();
    return response.statusCode ?? "unanswered";
  } catch {
    return isOnItsWay ? "unanswered" : "not-sent"; // not reached, not trusted, or not in time
  }
}

/** Whether something can be sealed for a browser that gives this key: a point of the curve (RFC 8291 §3.1). */
export function isPointOfCurve(p256dh: string): boolean {
  const own = createECDH("prime256v1");
  own.generateKeys();
  try {
    own.computeSecret(p256dh, "base64url");
    return true;
  } catch {
    return false; // it throws for what is no point, and has no other way to say so
  }
}
