import { useTranslations } from "next-intl";
import { questionsIn } from "#conversation/agreement-fields";
import type { Step } from "#conversation/guide";
import { Answers } from "../../fields/answers";
import { GoneWords } from "./gone-words";
import { useNames } from "./names";
import type { ProposalLine } from "./transcript";
import { useAgreementTitles } from "./use-agreement-titles";
import { useConversation } from "./use-conversation";
import styles from "./words.module.css";

/** Something that was offered, and what became of it. What was agreed stands below, in a list of its own. */
export function ProposalNote({ line, step }: { readonly line: ProposalLine; readonly step: Step }) {
  const t = useTranslations("conversation.proposal");
  const names = useNames();
  const titles = useAgreementTitles();
  const { due } = useConversation();
  const { proposal, outcome } = line;
  const fields = step.kind === "settle" || step.kind === "review" ? questionsIn(step, proposal.sort) : [];
  const isMine = names.isMe(proposal.seat);
  const name = names.of(proposal.seat);
  const isInstead = proposal.amends !== undefined;
  const agreement = due.find(({ id }) => id === proposal.reviews);
  if (outcome === "settled")
    return <p className={styles.event}>{isMine ? t("youSettled") : t("settled", { name })}</p>;
  return (
    <article className={styles.past} data-seat={proposal.seat}>
      <h3>
        {isMine
          ? t(isInstead ? "yoursInstead" : "yours")
          : t(isInstead ? "offeredInstead" : "offered", { name })}
      </h3>
      {proposal.outcome && agreement ? (
        <p className={styles.mark}>
          {t(`reviewed.${proposal.outcome}`, { what: titles.ofAgreement(agreement, agreement.words) })}
        </p>
      ) : null}
      <GoneWords entry={proposal} />
      {proposal.words ? <Answers fields={fields} words={proposal.words} /> : null}
      <p className={styles.mark}>{t(outcome)}</p>
    </article>
  );
}
