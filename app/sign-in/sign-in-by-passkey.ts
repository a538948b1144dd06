import type { PasskeySignInOptions, SignedInAnswer } from "#wire/answers";
import { send } from "../send";
import type { Unanswered } from "../trouble-words";
import { arrive } from "./arrive";

/**
 * Signs in with a passkey. What speaks with the device is loaded when it is needed. Gives what stands in the way:
 * "not-used" where the person or the device said no; null when the next page is on its way.
 */
export async function signInByPasskey(to: string): Promise<Unanswered | "not-used" | null> {
  const asked = await send<PasskeySignInOptions>("/api/passkeys/options", { purpose: "sign-in" });
  if (asked.kind !== "answer") return asked;
  const { id, options } = asked.answer;
  const response = await fromDevice(options);
  if (!response) return "not-used";
  const sent = await send<SignedInAnswer>("/api/passkeys/sign-in", { id, response });
  if (sent.kind !== "answer") return sent;
  arrive(sent.answer, to);
  return null;
}

async function fromDevice(options: PasskeySignInOptions["options"]) {
  try {
    const { startAuthentication } = await import("@simplewebauthn/browser");
    return await startAuthentication({ optionsJSON: options });
  } catch {
    return null; // closed by the person, no passkey here, or the script did not come: the device does not tell which
  }
}
