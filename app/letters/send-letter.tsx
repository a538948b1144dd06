"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { KeptText, KnownText } from "../kept-text/text-keeper";
import { send } from "../send";
import { useTroubleWords } from "../trouble-words";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { RadioCards } from "../ui/radio-cards";
import { Trouble } from "../ui/trouble";
import { useIsAwake } from "../use-is-awake";
import styles from "./letters.module.css";

/** Somebody a letter could be sent to. */
export interface Reader {
  readonly space: string;
  readonly name: string;
}

interface SendLetterProps {
  /** As the server has it; null while it does not say what stands in the box. */
  readonly letter: KnownText | null;
  readonly text: KeptText;
  readonly readers: readonly Reader[];
  flush(): Promise<boolean>;
}

/** Sends a letter on purpose: to whom, exactly what they will read, and one more press. */
export function SendLetter({ letter, text, readers, flush }: SendLetterProps) {
  const t = useTranslations("letters.send");
  const words = useTroubleWords();
  const router = useRouter();
  const isAwake = useIsAwake();
  const [isAsked, setIsAsked] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [chosen, setChosen] = useState(readers[0]);

  async function ask(): Promise<void> {
    setTrouble(null);
    // What is shown is what is kept, and what is kept is what is sent.
    if (await flush()) setIsAsked(true);
  }

  async function sendIt(): Promise<void> {
    if (!letter || letter.id === null || !chosen) return;
    setTrouble(null);
    setIsSending(true);
    const { id, version } = letter;
    const sent = await send(`/api/letters/${id}/send`, { version, space: chosen.space });
    setIsSending(false);
    if (sent.kind !== "answer") return setTrouble(words(sent));
    setIsAsked(false);
    router.replace("/letters");
  }

  return (
    <>
      <Button disabled={!isAwake || text.text.trim() === ""} onClick={ask}>
        {t("go")}
      </Button>
      <Dialog isOpen={isAsked} onClose={() => setIsAsked(false)} title={t("sure")}>
        {readers.length > 1 && (
          <RadioCards
            legend={t("to")}
            name="to"
            cards={readers.map(({ space, name }) => ({ value: space, title: name, text: "" }))}
            first={chosen?.space ?? ""}
            onChoose={(space) => setChosen(readers.find((one) => one.space === space))}
          />
        )}
        <p className={styles.soft}>{t("exactly", { name: chosen?.name ?? "" })}</p>
        {letter && (
          // It may be long: it is scrolled by keyboard too.
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable
          <blockquote className={styles.preview} tabIndex={0} aria-label={t("preview")}>
            {letter.title.trim() !== "" && <b>{letter.title}</b>}
            <p className={styles.words}>{letter.text}</p>
          </blockquote>
        )}
        <p>{t("final")}</p>
        {trouble && <Trouble>{trouble}</Trouble>}
        <div className={styles.row}>
          <Button look="primary" disabled={isSending || !letter} onClick={sendIt}>
            {t("confirm", { name: chosen?.name ?? "" })}
          </Button>
          <Button disabled={isSending} onClick={() => setIsAsked(false)}>
            {t("not")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
