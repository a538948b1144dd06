import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SettleStep } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import { currentStep, type Proposal } from "#conversation/state";
import { draftSlot } from "#wire/draft-slot";
import { Button } from "../../ui/button";
import styles from "./ask.module.css";
import { EnoughButton } from "./enough-button";
import { FieldsForm } from "./fields-form";
import { InterruptedOffer } from "./interrupted-offer";
import { useNames } from "./names";
import { OpenProposal } from "./open-proposal";
import { useConversation } from "./use-conversation";

interface SettleBoxProps {
  readonly step: SettleStep;
  /** This seat has said "that is all for now". */
  readonly hasEnough: boolean;
}

/** What is on the table, each with its answer; and a way to offer something. */
export function SettleBox({ step, hasEnough }: SettleBoxProps) {
  const t = useTranslations("conversation.settle");
  const { live, state, seat } = useConversation();
  const { other } = useNames();
  /** What somebody chose; until then the box is there where something stands in it already. */
  const [choice, setChoice] = useState<"open" | "closed" | null>(null);
  /** How often what was interrupted has been taken up: each time the box begins anew, with those words. */
  const [taken, setTaken] = useState(0);
  const hasBegun = live.draftOf(draftSlot(step.id, { kind: "propose", sort: step.sort })) !== null;
  const progress = currentStep(state)?.progress;
  if (progress?.kind !== "settle") return null;
  const { current, settled } = progress.offers;
  const isTheirs = step.offeredBy !== undefined && state.roster.roles[step.offeredBy] !== seat;
  const isEmpty = current.length === 0 && settled.length === 0;
  const isFirst = isEmpty && !hasEnough && !isTheirs;
  const isOffering = isFirst || (choice === null ? hasBegun : choice === "open");
  return (
    <div className={styles.stack}>
      {current.map((proposal) => (
        <Current key={proposal.seq} step={step} proposal={proposal} />
      ))}
      <InterruptedOffer
        step={step}
        offers={progress.offers}
        onTake={() => {
          setTaken(taken + 1);
          setChoice("open");
        }}
      />
      {isOffering ? (
        <div className={styles.box}>
          <h2>{t(`offer.${step.sort}`)}</h2>
          <ProposalForm key={taken} step={step} onSent={() => setChoice(null)}>
            {isFirst ? null : (
              <Button look="plain" onClick={() => setChoice("closed")}>
                {t("notNow")}
              </Button>
            )}
          </ProposalForm>
        </div>
      ) : (
        <div className={styles.row}>
          {isTheirs && isEmpty ? <p className={styles.hint}>{t("theirs", { other })}</p> : null}
          <Button
            look={current.length === 0 && !isTheirs ? "primary" : "quiet"}
            onClick={() => setChoice("open")}
          >
            {t(`another.${step.sort}`)}
          </Button>
        </div>
      )}
      <EnoughButton slot={`${step.id}:enough`} offers={progress.offers} />
    </div>
  );
}

function Current({ step, proposal }: { readonly step: SettleStep; readonly proposal: Proposal }) {
  const t = useTranslations("conversation.settle");
  const { live } = useConversation();
  const slot = draftSlot(step.id, { kind: "propose", sort: step.sort, amends: proposal.seq });
  const [isChanging, setChanging] = useState(live.draftOf(slot) !== null);
  return (
    <OpenProposal
      slot={`${step.id}:answer`}
      proposal={proposal}
      fields={step.fields}
      onChange={() => setChanging(true)}
    >
      {isChanging ? (
        <ProposalForm step={step} amends={proposal.seq} onSent={() => setChanging(false)}>
          <Button look="plain" onClick={() => setChanging(false)}>
            {t("notNow")}
          </Button>
        </ProposalForm>
      ) : null}
    </OpenProposal>
  );
}

interface ProposalFormProps {
  readonly step: SettleStep;
  /** The proposal that this one takes the place of; its words are where this one begins. */
  readonly amends?: number;
  onSent(): void;
  readonly children?: React.ReactNode;
}

function ProposalForm({ step, amends, onSent, children }: ProposalFormProps) {
  const t = useTranslations("conversation.settle");
  const { live, entries } = useConversation();
  const move = { kind: "propose", sort: step.sort, ...(amends !== undefined && { amends }) } as const;
  const slot = draftSlot(step.id, move);
  const send = (words: Words) => {
    live.send(slot, { ...move, words });
    onSent();
  };
  return (
    <FieldsForm
      slot={slot}
      fields={step.fields}
      initial={amends === undefined ? undefined : entries.find(({ seq }) => seq === amends)?.words}
      button={amends === undefined ? t("propose") : t("amend")}
      needed={t("needed")}
      care={step.sort === "boundary" ? "boundary" : "plain"}
      onSend={send}
    >
      {children}
    </FieldsForm>
  );
}
