"use client";

import { useTranslations } from "next-intl";
import { useKeeping } from "../lasting/use-keeping";
import { Button } from "../ui/button";
import { Trouble } from "../ui/trouble";

interface ReachProps {
  readonly spaceId: string;
  /** The small step, and the wording that is on the page. */
  readonly agreement: string;
  readonly version: number;
  /** What it is, for whoever hears the button and does not see where it stands. */
  readonly what: string;
}

/** Says, for oneself, that a small step is reached. */
export function Reach({ spaceId, agreement, version, what }: ReachProps) {
  const t = useTranslations("plans.step");
  const { send, isSending, trouble } = useKeeping(spaceId);
  return (
    <>
      {trouble !== null && <Trouble>{trouble}</Trouble>}
      <Button
        disabled={isSending}
        aria-label={t("sayOf", { what })}
        onClick={() => send({ kind: "reached", agreement, version })}
      >
        {t("say")}
      </Button>
    </>
  );
}
