"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState, useTransition } from "react";
import type { Partner } from "#conversation/seats";
import { sendOpened } from "../lasting/send-keeping";
import { useTroubleWords } from "../trouble-words";
import { Button } from "../ui/button";
import { Trouble } from "../ui/trouble";
import { useFocusKept } from "../use-focus-kept";
import { useIsAwake } from "../use-is-awake";
import styles from "./appreciations.module.css";

interface OpenKindProps {
  readonly spaceId: string;
  /** The number of the one to open; null where there is none. */
  readonly next: number | null;
  /** Whose it is. */
  readonly from: Partner;
  /** The last one that was opened. */
  readonly children: ReactNode;
}

/** Something kind that is still closed, and the last one that was opened. Nobody is told that it was. */
export function OpenKind({ spaceId, next, from, children }: OpenKindProps) {
  const t = useTranslations("appreciations");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const place = useRef<HTMLDivElement>(null);
  useFocusKept(place);
  const [isSending, setIsSending] = useState(false);
  const [isRefreshing, refreshing] = useTransition();
  const [trouble, setTrouble] = useState<string | null>(null);

  async function open(seq: number): Promise<void> {
    setIsSending(true);
    const sent = await sendOpened(spaceId, seq);
    setIsSending(false);
    setTrouble(sent.kind === "answer" ? null : words(sent));
    if (sent.kind === "answer") refreshing(() => router.refresh());
  }

  return (
    <div ref={place} tabIndex={-1} className={styles.kind}>
      <div aria-live="polite">{children}</div>
      {next !== null && (
        <div className={styles.closed} data-seat={from}>
          <p>{t("closed")}</p>
          {trouble !== null && <Trouble>{trouble}</Trouble>}
          <Button disabled={!isAwake || isSending || isRefreshing} onClick={() => open(next)}>
            {t("open")}
          </Button>
        </div>
      )}
    </div>
  );
}
