import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { type LiveSocket, openSocket } from "../../socket";
import { Explanation } from "../../ui/explanation";

interface WaitingProps {
  readonly id: string;
  /** Not known any more after a reload: until they are let in, a newcomer is told nothing twice. */
  readonly opener: string | null;
}

/** The opener is asked. This page goes on by itself, now or when it is opened again on this device. */
export function Waiting({ id, opener }: WaitingProps) {
  const t = useTranslations("join");
  const router = useRouter();
  useEffect(() => {
    const ended = new AbortController();
    const ask = () => router.refresh();
    listenForAnswer(id, ask, ended.signal).catch(ask); // the library could not be loaded: the page itself can tell
    return () => ended.abort();
  }, [id, router]);
  return (
    <Explanation title={opener ? t("waiting", { opener }) : t("waitingUnnamed")} announced>
      <p>{t("waitingText")}</p>
    </Explanation>
  );
}

/** An answer may also come while this device is cut off, so it is asked for whenever the connection is there again. */
async function listenForAnswer(id: string, ask: () => void, ended: AbortSignal): Promise<void> {
  const socket: LiveSocket = await openSocket();
  if (ended.aborted) return void socket.disconnect();
  ended.addEventListener("abort", () => socket.disconnect());
  socket.on("connect", ask);
  socket.on("answered", ({ invitationId }) => {
    if (invitationId === id) ask();
  });
}
