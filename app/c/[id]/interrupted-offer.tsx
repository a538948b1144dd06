import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SettleStep } from "#conversation/guide";
import { stepOf } from "#conversation/seat-view";
import type { Offers } from "#conversation/state";
import { draftSlot } from "#wire/draft-slot";
import { Answers } from "../../fields/answers";
import { Button } from "../../ui/button";
import styles from "./ask.module.css";
import { useConversation } from "./use-conversation";

interface InterruptedOfferProps {
  readonly step: SettleStep;
  readonly offers: Offers;
  /** What was being written stands in the box for something new from now on. */
  onTake(): void;
}

/**
 * Somebody was changing an offer when it was taken back, or changed by the other: the box is gone with it. What they had
 * written is not.
 */
export function InterruptedOffer({ step, offers, onTake }: InterruptedOfferProps) {
  const t = useTranslations("conversation.interrupted");
  const { live } = useConversation();
  const slot = useInterrupted(step, offers);
  const [dropped, setDropped] = useState<string | null>(null);
  const words = slot && slot !== dropped ? live.draftOf(slot) : null;
  if (!slot || !words) return null;
  const own = draftSlot(step.id, { kind: "propose", sort: step.sort });
  const drop = () => {
    live.keepDraft(slot, null);
    setDropped(slot);
  };
  return (
    <section className={styles.box}>
      <h2>{t("title")}</h2>
      <Answers fields={step.fields} words={words} />
      <div className={styles.row}>
        {live.draftOf(own) ? null : (
          <Button
            onClick={() => {
              live.keepDraft(own, words);
              drop();
              onTake();
            }}
          >
            {t("take")}
          </Button>
        )}
        <Button look="plain" onClick={drop}>
          {t("drop")}
        </Button>
      </div>
    </section>
  );
}

/** Where the words are kept of a change to an offer that is no longer on the table. */
function useInterrupted(step: SettleStep, { current }: Offers): string | undefined {
  const { live, entries, state } = useConversation();
  return entries
    .filter(({ kind, seq }) => kind === "propose" && stepOf(state, seq)?.progress.step.id === step.id)
    .filter(({ seq }) => current.every((proposal) => proposal.seq !== seq))
    .map(({ seq }) => draftSlot(step.id, { kind: "propose", sort: step.sort, amends: seq }))
    .find((slot) => live.draftOf(slot));
}
