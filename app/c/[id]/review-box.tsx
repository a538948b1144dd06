import { useTranslations } from "next-intl";
import { useState } from "react";
import { questionsIn } from "#conversation/agreement-fields";
import type { Outcome } from "#conversation/agreements";
import type { ReviewStep } from "#conversation/guide";
import type { Words } from "#conversation/moves";
import type { DueAgreement } from "#conversation/seats";
import { currentStep, type Proposal, type ReviewProgress } from "#conversation/state";
import { isReviewed } from "#conversation/steps/review";
import { draftSlot } from "#wire/draft-slot";
import { Answers } from "../../fields/answers";
import { Button } from "../../ui/button";
import styles from "./ask.module.css";
import { EnoughButton } from "./enough-button";
import { FieldsForm } from "./fields-form";
import { useNames } from "./names";
import { OpenProposal } from "./open-proposal";
import { useAgreementTitles } from "./use-agreement-titles";
import { useConversation } from "./use-conversation";

/** The agreements that are due, one after the other: keep it, change it, end it. Both have to want it. */
export function ReviewBox({ step }: { readonly step: ReviewStep }) {
  const t = useTranslations("conversation.review");
  const { state } = useConversation();
  const progress = currentStep(state)?.progress;
  if (progress?.kind !== "review") return null;
  const left = progress.due.filter(({ id }) => !isReviewed(progress, id));
  return (
    <div className={styles.stack}>
      <p className={styles.hint}>{t("left", { count: left.length })}</p>
      {left.map((due) => (
        <Due key={due.id} step={step} progress={progress} due={due} />
      ))}
      <EnoughButton slot={`${step.id}:enough`} offers={progress.offers} />
    </div>
  );
}

interface DueProps {
  readonly step: ReviewStep;
  readonly progress: ReviewProgress;
  readonly due: DueAgreement;
}

function Due({ step, progress, due }: DueProps) {
  const { live, due: agreed } = useConversation();
  const slot = changeSlot(step, due);
  const [isChanging, setChanging] = useState(live.draftOf(slot) !== null);
  const proposal = progress.offers.current.find(({ reviews }) => reviews === due.id);
  const words = agreed.find(({ id }) => id === due.id)?.words;
  const form = isChanging ? (
    <ChangeForm
      step={step}
      due={due}
      words={words}
      amends={proposal?.seq}
      onClose={() => setChanging(false)}
    />
  ) : null;
  if (proposal)
    return (
      <Proposed step={step} proposal={proposal} due={due} words={words} onChange={() => setChanging(true)}>
        {form}
      </Proposed>
    );
  return (
    <article className={styles.box}>
      <Agreed step={step} due={due} words={words} />
      {form ?? <Outcomes step={step} due={due} onChange={() => setChanging(true)} />}
    </article>
  );
}

interface AgreedProps {
  readonly step: ReviewStep;
  readonly due: DueAgreement;
  readonly words: Words | undefined;
}

function Agreed({ step, due, words }: AgreedProps) {
  const t = useTranslations("conversation");
  const titles = useAgreementTitles();
  return (
    <>
      <h2>{titles.ofAgreement(due, words)}</h2>
      {words ? (
        <Answers fields={questionsIn(step, due.sort)} words={words} />
      ) : (
        <p>{t("entry.unreadable")}</p>
      )}
    </>
  );
}

interface OutcomesProps {
  readonly step: ReviewStep;
  readonly due: DueAgreement;
  onChange(): void;
}

function Outcomes({ step, due, onChange }: OutcomesProps) {
  const t = useTranslations("conversation.review");
  const { live, waiting } = useConversation();
  const slot = `${step.id}-${due.id}:outcome`;
  const isOnItsWay = waiting.some((one) => one.slot === slot);
  const propose = (outcome: Outcome) =>
    live.send(slot, { kind: "propose", sort: due.sort, reviews: due.id, outcome });
  return (
    <div className={styles.row}>
      <Button look="primary" disabled={isOnItsWay} onClick={() => propose("keep")}>
        {t("keep")}
      </Button>
      <Button disabled={isOnItsWay} onClick={onChange}>
        {t("change")}
      </Button>
      <Button look="plain" disabled={isOnItsWay} onClick={() => propose("end")}>
        {t("end")}
      </Button>
    </div>
  );
}

interface ProposedProps extends OutcomesProps {
  readonly proposal: Proposal;
  readonly words: Words | undefined;
  readonly children: React.ReactNode;
}

/** One has said what should become of it: the other answers. */
function Proposed({ step, proposal, due, words, onChange, children }: ProposedProps) {
  const t = useTranslations("conversation.review");
  const names = useNames();
  const titles = useAgreementTitles();
  const outcome = proposal.outcome ?? "keep";
  const title = names.isMe(proposal.by)
    ? t(`youWould.${outcome}`)
    : t(`would.${outcome}`, { name: names.of(proposal.by) });
  return (
    <OpenProposal
      slot={`${step.id}-${due.id}:answer`}
      proposal={proposal}
      fields={questionsIn(step, due.sort)}
      words={outcome === "change" ? undefined : words}
      title={title}
      about={titles.ofAgreement(due, words)}
      onChange={onChange}
    >
      {children}
    </OpenProposal>
  );
}

interface ChangeFormProps {
  readonly step: ReviewStep;
  readonly due: DueAgreement;
  readonly words: Words | undefined;
  readonly amends: number | undefined;
  onClose(): void;
}

function ChangeForm({ step, due, words, amends, onClose }: ChangeFormProps) {
  const t = useTranslations("conversation.settle");
  const { live } = useConversation();
  const fields = questionsIn(step, due.sort);
  const slot = changeSlot(step, due);
  const known = fields.map(({ id }) => id);
  const initial = Object.fromEntries(Object.entries(words ?? {}).filter(([id]) => known.includes(id)));
  const send = (changed: Words) => {
    live.send(slot, {
      kind: "propose",
      sort: due.sort,
      reviews: due.id,
      outcome: "change",
      words: changed,
      ...(amends !== undefined && { amends }),
    });
    onClose();
  };
  return (
    <FieldsForm
      slot={slot}
      fields={fields}
      initial={initial}
      button={t("amend")}
      needed={t("needed")}
      care={due.sort === "boundary" ? "boundary" : "plain"}
      onSend={send}
    >
      <Button look="plain" onClick={onClose}>
        {t("notNow")}
      </Button>
    </FieldsForm>
  );
}

const changeSlot = (step: ReviewStep, { id, sort }: DueAgreement): string =>
  draftSlot(step.id, { kind: "propose", sort, reviews: id, outcome: "change" });
