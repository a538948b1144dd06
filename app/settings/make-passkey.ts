import type { PasskeyAddOptions } from "#wire/answers";
import { send } from "../send";
import type { Unanswered } from "../trouble-words";

/** Why the device has made no passkey: it cannot, it has one already, or the person or the device said no. */
type NotMade = "unable" | "known" | "notAdded";

/** Makes a passkey on this device. Gives what stands in the way; null once it is kept. */
export async function makePasskey(): Promise<Unanswered | NotMade | null> {
  const asked = await send<PasskeyAddOptions>("/api/passkeys/options", { purpose: "add" });
  if (asked.kind !== "answer") return asked;
  const { id, options } = asked.answer;
  const made = await onDevice(options);
  if ("why" in made) return made.why;
  const sent = await send("/api/passkeys", { id, response: made.response });
  return sent.kind === "answer" ? null : sent;
}

/** What speaks with the device is loaded when it is needed. */
async function onDevice(options: PasskeyAddOptions["options"]) {
  try {
    const { browserSupportsWebAuthn, startRegistration } = await import("@simplewebauthn/browser");
    if (!browserSupportsWebAuthn()) return { why: "unable" } as const;
    return { response: await startRegistration({ optionsJSON: options }) };
  } catch (error) {
    return { why: reasonOf(error) };
  }
}

/** Devices tell little, so that no page learns what is on them; these names are WebAuthn's own. */
function reasonOf(error: unknown): NotMade {
  const name = error instanceof Error ? error.name : "";
  if (name === "InvalidStateError") return "known";
  return name === "SecurityError" || name === "NotSupportedError" ? "unable" : "notAdded";
}
