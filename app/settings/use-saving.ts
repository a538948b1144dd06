import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { send } from "../send";
import { useTroubleWords } from "../trouble-words";

/** What has become of what was last changed. */
export type Saving =
  | { readonly kind: "idle" | "saving" | "saved" }
  | { readonly kind: "failed"; readonly words: string };

/**
 * Sends a change and has the page made anew, so that all of it says the same. Changes go one after the other: whoever
 * tries all of a few choices ends with the last one. `save` says whether it is kept.
 */
export function useSaving() {
  const router = useRouter();
  const words = useTroubleWords();
  const [saving, setSaving] = useState<Saving>({ kind: "idle" });
  const last = useRef<Promise<unknown>>(Promise.resolve());

  async function sendNext(path: string, body: object): Promise<boolean> {
    const sent = await send(path, body);
    const isKept = sent.kind === "answer";
    setSaving(isKept ? { kind: "saved" } : { kind: "failed", words: words(sent) });
    if (isKept) router.refresh();
    return isKept;
  }

  function save(path: string, body: object): Promise<boolean> {
    setSaving({ kind: "saving" });
    const next = last.current.then(() => sendNext(path, body));
    last.current = next;
    return next;
  }
  return { saving, save };
}
