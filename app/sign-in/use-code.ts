import { useState } from "react";
import type { SignedInAnswer } from "#wire/answers";
import { send } from "../send";
import { useTroubleWords } from "../trouble-words";
import { arrive } from "./arrive";

/** Signs in with a mailed code. `signInWith` gives what stands in the way, in words; null when the next page comes. */
export function useCode(to: string) {
  const words = useTroubleWords();
  const [isSending, setIsSending] = useState(false);

  async function signInWith(code: string): Promise<string | null> {
    setIsSending(true);
    const sent = await send<SignedInAnswer>("/api/sign-in", { code });
    if (sent.kind === "answer") {
      arrive(sent.answer, to);
      return null; // still sending, until the next page is there
    }
    setIsSending(false);
    return words(sent);
  }
  return { signInWith, isSending };
}
