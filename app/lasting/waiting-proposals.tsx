"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { AgreementFields } from "#conversation/guide";
import { useFocusKept } from "../use-focus-kept";
import type { Couple } from "./couple";
import type { Waiting } from "./waiting";
import { type Answered, WaitingProposal } from "./waiting-proposal";
import styles from "./waiting-proposal.module.css";

interface WaitingProposalsProps {
  readonly couple: Couple;
  /** All that waits, or what of it this page is about. */
  readonly waiting: readonly Waiting[];
  /** The questions of each sort, in the language of whoever reads. */
  readonly questions: AgreementFields;
  /** The wording that holds of each agreement; none where it has ended. */
  readonly holds: Readonly<Record<string, number>>;
  /** What they are about can be read on the same page. */
  readonly areOnItsPage?: boolean;
}

/**
 * What waits for an answer, each with its buttons. To be on the page even where nothing waits: it says what became of
 * the last one, and keeps what somebody is writing about one that has gone.
 */
export function WaitingProposals({
  couple,
  waiting,
  questions,
  holds,
  areOnItsPage = false,
}: WaitingProposalsProps) {
  const t = useTranslations("lasting");
  const place = useRef<HTMLDivElement>(null);
  useFocusKept(place);
  const [writing, setWriting] = useState<Waiting | null>(null);
  const [answered, setAnswered] = useState<{ readonly how: Answered; readonly after: number } | null>(null);
  const latest = Math.max(0, ...waiting.map(({ seq }) => seq));
  const gone = writing && !waiting.some(({ thread }) => thread === writing.thread) ? [writing] : [];
  // Once the other has said something since, that is what the page is about.
  const isLast = answered && !waiting.some(({ seq, by }) => by !== couple.seat && seq > answered.after);
  return (
    <div ref={place} tabIndex={-1} className={styles.list}>
      {[...waiting, ...gone].map((one) => (
        <WaitingProposal
          key={one.thread}
          couple={couple}
          waiting={one}
          since={writing?.thread === one.thread ? sinceThen(writing, one, gone) : null}
          fields={questions[one.sort]}
          version={one.about ? holds[one.about.agreement] : undefined}
          isOnItsPage={areOnItsPage}
          isWriting={writing?.thread === one.thread}
          onWrite={(isWriting) => setWriting(isWriting ? one : null)}
          onAnswered={(how) => {
            setWriting(null);
            setAnswered({ how, after: latest });
          }}
        />
      ))}
      <p role="status" className={styles.status}>
        {isLast ? t(`answered.${answered.how}`, { other: couple.other }) : null}
      </p>
    </div>
  );
}

function sinceThen(begun: Waiting, now: Waiting, gone: readonly Waiting[]): "gone" | "newer" | null {
  if (gone.includes(now)) return "gone";
  return now.seq === begun.seq ? null : "newer";
}
