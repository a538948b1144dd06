import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { send } from "../../send";
import { useTroubleWords } from "../../trouble-words";

/** Changes something of a check-in and has the page made anew. */
export function useChange(checkInId: string, what: "note" | "share") {
  const router = useRouter();
  const words = useTroubleWords();
  const [isRefreshing, startRefresh] = useTransition();
  const [isSending, setIsSending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  /** Says whether it was taken. */
  async function change(body: object): Promise<boolean> {
    setTrouble(null);
    setIsSending(true);
    const sent = await send(`/api/check-ins/${checkInId}/${what}`, body);
    setIsSending(false);
    if (sent.kind !== "answer") {
      setTrouble(words(sent));
      return false;
    }
    startRefresh(() => router.refresh());
    return true;
  }
  return { change, isChanging: isSending || isRefreshing, trouble };
}
