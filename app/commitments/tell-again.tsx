"use client";

import { useTranslations } from "next-intl";
import type { Day } from "#conversation/keeping/keepings";
import { useKeeping } from "../lasting/use-keeping";
import { Button } from "../ui/button";
import { Trouble } from "../ui/trouble";

interface TellAgainProps {
  readonly spaceId: string;
  readonly agreement: string;
  readonly version: number;
  readonly day: Day;
  /** What was told last. */
  readonly kept: boolean;
}

/** Puts right what one told of a day. */
export function TellAgain({ spaceId, kept, ...about }: TellAgainProps) {
  const t = useTranslations("commitments.report");
  const { send, isSending, trouble } = useKeeping(spaceId);
  return (
    <>
      <Button
        look="plain"
        disabled={isSending}
        onClick={() => send({ kind: "report", ...about, kept: !kept })}
      >
        {t(kept ? "missedAfterAll" : "keptAfterAll")}
      </Button>
      {trouble !== null && <Trouble>{trouble}</Trouble>}
    </>
  );
}
