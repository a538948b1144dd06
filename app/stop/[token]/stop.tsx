"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { send } from "../../send";
import { type Unanswered, useTroubleWords } from "../../trouble-words";
import { Button } from "../../ui/button";
import { Explanation } from "../../ui/explanation";
import { Trouble } from "../../ui/trouble";
import { useIsAwake } from "../../use-is-awake";

type View =
  | { readonly kind: "asking" | "stopping" | "done" }
  | { readonly kind: "trouble"; readonly unanswered: Unanswered };

/** One button, which stops all notices. Whoever has the link need not be signed in, nor be who it was sent to. */
export function Stop({ token }: { readonly token: string }) {
  const t = useTranslations("stop");
  const words = useTroubleWords();
  const isAwake = useIsAwake();
  const [view, setView] = useState<View>({ kind: "asking" });

  async function stop(): Promise<void> {
    setView({ kind: "stopping" });
    const sent = await send(`/api/notices/stop/${encodeURIComponent(token)}`, {});
    setView(sent.kind === "answer" ? { kind: "done" } : { kind: "trouble", unanswered: sent });
  }

  if (view.kind === "done")
    return (
      <Explanation title={t("done")} announced key="done">
        <p>{t("again")}</p>
      </Explanation>
    );
  const isStopping = view.kind === "stopping";
  return (
    <Explanation title={t("title")}>
      <p>{t("text")}</p>
      {view.kind === "trouble" && <Trouble>{words(view.unanswered)}</Trouble>}
      <Button look="primary" disabled={!isAwake || isStopping} onClick={stop}>
        {isStopping ? t("stopping") : t("stop")}
      </Button>
    </Explanation>
  );
}
