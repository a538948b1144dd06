"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Seat } from "#conversation/seats";
import type { QuotableAnswer } from "#wire/answers";
import { LocalDay } from "../../../local-day";
import { Quoted } from "../../../quotes/quoted";
import { ask } from "../../../send";
import { type Unanswered, useTroubleWords } from "../../../trouble-words";
import { Button } from "../../../ui/button";
import { Trouble } from "../../../ui/trouble";
import { useIsAwake } from "../../../use-is-awake";
import styles from "../../practice.module.css";
import choosing from "./summaries.module.css";

type QuotableMove = QuotableAnswer["moves"][number];

/** A move that is quoted, and from where. */
export interface ChosenQuote {
  readonly conversationId: string;
  readonly title: string;
  readonly move: QuotableMove;
}

/** A conversation that both share. */
export interface QuotableConversation {
  readonly id: string;
  readonly title: string;
  /** ISO 8601. */
  readonly at: string;
}

interface ChooseQuotesProps {
  readonly engagementId: string;
  readonly conversation: QuotableConversation;
  readonly chosen: readonly ChosenQuote[];
  nameOf(seat: Seat): string;
  choose(quote: ChosenQuote): void;
}

/** What can be quoted of one conversation. It is not asked for before somebody wants it: that counts as a look. */
export function ChooseQuotes({ engagementId, conversation, chosen, nameOf, choose }: ChooseQuotesProps) {
  const t = useTranslations("summaries");
  const words = useTroubleWords();
  const isAwake = useIsAwake();
  const { id, title, at } = conversation;
  const [isAsking, setIsAsking] = useState(false);
  const [moves, setMoves] = useState<readonly QuotableMove[] | null>(null);
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);

  async function look(): Promise<void> {
    setUnanswered(null);
    setIsAsking(true);
    const sent = await ask<QuotableAnswer>(`/api/engagements/${engagementId}/quotable/${id}`);
    setIsAsking(false);
    if (sent.kind === "answer") setMoves(sent.answer.moves);
    else setUnanswered(sent);
  }

  return (
    <li>
      {moves === null && (
        <div>
          <Button disabled={!isAwake || isAsking} onClick={look}>
            {isAsking ? t("write.loading") : t.rich("write.from", { title, day: () => <LocalDay at={at} /> })}
          </Button>
        </div>
      )}
      {moves !== null && <p>{t.rich("write.from", { title, day: () => <LocalDay at={at} /> })}</p>}
      {moves?.length === 0 && <p className={styles.soft}>{t("write.nothing")}</p>}
      {unanswered && <Trouble>{words(unanswered)}</Trouble>}
      {moves?.map((move) => {
        const isChosen = chosen.some((one) => one.conversationId === id && one.move.seq === move.seq);
        return (
          <div key={move.seq} className={choosing.move}>
            <Quoted seat={move.seat} from={nameOf(move.seat)} words={move.words} fields={move.fields} />
            <div>
              <Button disabled={isChosen} onClick={() => choose({ conversationId: id, title, move })}>
                {t(isChosen ? "write.added" : "write.add")}
              </Button>
            </div>
          </div>
        );
      })}
    </li>
  );
}
