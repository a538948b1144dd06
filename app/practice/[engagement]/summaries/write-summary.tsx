"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import type { Seat } from "#conversation/seats";
import { Quoted } from "../../../quotes/quoted";
import { send } from "../../../send";
import { type Unanswered, useTroubleWords } from "../../../trouble-words";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import { Trouble } from "../../../ui/trouble";
import { useIsAwake } from "../../../use-is-awake";
import practice from "../../practice.module.css";
import { ChooseQuotes, type ChosenQuote, type QuotableConversation } from "./choose-quotes";
import styles from "./summaries.module.css";

interface WriteSummaryProps {
  readonly engagementId: string;
  readonly names: Readonly<Record<Seat, string>>;
  readonly conversations: readonly QuotableConversation[];
}

/** A summary for both: its text, what it quotes, exactly what both will read, and one more press. */
export function WriteSummary({ engagementId, names, conversations }: WriteSummaryProps) {
  const t = useTranslations("summaries.write");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const summaryId = useRef<string>(null);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<readonly ChosenQuote[]>([]);
  const [isMissing, setIsMissing] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const [isSharing, setIsSharing] = useState(false);
  const [unanswered, setUnanswered] = useState<Unanswered | null>(null);
  const nameOf = (seat: Seat) => names[seat];

  function look(): void {
    setUnanswered(null);
    const isEmpty = text.trim() === "";
    setIsMissing(isEmpty);
    if (isEmpty) box.current?.focus();
    else setIsAsked(true);
  }

  async function share(): Promise<void> {
    setUnanswered(null);
    setIsSharing(true);
    summaryId.current ??= crypto.randomUUID();
    const quotes = chosen.map(({ conversationId, move }) => ({ conversationId, seq: move.seq }));
    const body = { summaryId: summaryId.current, text, quotes };
    const sent = await send(`/api/engagements/${engagementId}/summaries`, body);
    setIsSharing(false);
    if (sent.kind !== "answer") return setUnanswered(sent);
    summaryId.current = null;
    setIsAsked(false);
    setText("");
    setChosen([]);
    router.refresh();
  }

  return (
    <div className={practice.form}>
      <div className={styles.field}>
        <label htmlFor={id}>{t("text")}</label>
        <textarea
          ref={box}
          id={id}
          className={styles.box}
          rows={8}
          maxLength={8_000}
          value={text}
          autoComplete="off"
          readOnly={!isAwake}
          aria-describedby={`${id}-hint`}
          aria-invalid={isMissing ? true : undefined}
          onChange={(event) => {
            setText(event.target.value);
            setIsMissing(false);
          }}
        />
        <p id={`${id}-hint`} className={isMissing ? practice.problem : practice.small}>
          {t(isMissing ? "needed" : "hint")}
        </p>
      </div>
      <Chosen
        chosen={chosen}
        nameOf={nameOf}
        remove={(gone) => setChosen(chosen.filter((one) => one !== gone))}
      />
      <section className={styles.quotes} aria-labelledby={`${id}-quotes`}>
        <h3 id={`${id}-quotes`}>{t("quotesTitle")}</h3>
        <p className={practice.small}>{t(conversations.length > 0 ? "quotesText" : "noConversations")}</p>
        <ul className={practice.lines}>
          {conversations.map((conversation) => (
            <ChooseQuotes
              key={conversation.id}
              engagementId={engagementId}
              conversation={conversation}
              chosen={chosen}
              nameOf={nameOf}
              choose={(quote) => setChosen([...chosen, quote])}
            />
          ))}
        </ul>
      </section>
      <div>
        <Button look="primary" disabled={!isAwake} onClick={look}>
          {t("go")}
        </Button>
      </div>
      <Dialog isOpen={isAsked} onClose={() => setIsAsked(false)} title={t("sure")}>
        <p className={practice.small}>{t("exactly")}</p>
        {/* It may be long: it is scrolled by keyboard too. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable */}
        <section className={styles.preview} tabIndex={0} aria-label={t("text")}>
          <p className={styles.words}>{text.trim()}</p>
          <Chosen chosen={chosen} nameOf={nameOf} />
        </section>
        <p>{t("final")}</p>
        {unanswered && <Trouble>{words(unanswered)}</Trouble>}
        <div className={practice.row}>
          <Button look="primary" disabled={isSharing} onClick={share}>
            {t(isSharing ? "sending" : "confirm")}
          </Button>
          <Button disabled={isSharing} onClick={() => setIsAsked(false)}>
            {t("not")}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}

interface ChosenProps {
  readonly chosen: readonly ChosenQuote[];
  nameOf(seat: Seat): string;
  remove?(quote: ChosenQuote): void;
}

/** What is quoted, in the order in which it was chosen. */
function Chosen({ chosen, nameOf, remove }: ChosenProps) {
  const t = useTranslations("summaries");
  return chosen.map((quote) => {
    const { conversationId, title, move } = quote;
    return (
      <div key={`${conversationId} ${move.seq}`} className={styles.move}>
        <Quoted
          seat={move.seat}
          from={t("quote", { name: nameOf(move.seat), title })}
          words={move.words}
          fields={move.fields}
        />
        {remove && (
          <div>
            <Button onClick={() => remove(quote)}>{t("write.remove")}</Button>
          </div>
        )}
      </div>
    );
  });
}
