import { useTranslations } from "next-intl";
import { questionsIn } from "#conversation/agreement-fields";
import type { Field } from "#conversation/guide";
import type { Progress, Proposal } from "#conversation/state";
import { Answers } from "../../fields/answers";
import styles from "./agreed.module.css";
import { Part } from "./part";
import { useAgreementTitles } from "./use-agreement-titles";
import { useConversation } from "./use-conversation";

type Settling = Extract<Progress, { kind: "settle" | "review" }>;

/** What both have agreed on in this conversation. Each has their own copy, whatever becomes of the other's. */
export function Agreed() {
  const t = useTranslations("conversation.agreed");
  const { state } = useConversation();
  const agreed = state.steps.flatMap(({ progress }) =>
    progress.kind === "settle" || progress.kind === "review"
      ? progress.offers.settled.map((proposal) => ({ proposal, fields: fieldsOf(progress, proposal) }))
      : [],
  );
  if (agreed.length === 0) return null;
  return (
    <Part as="section" className={styles.agreed} label={t("title")}>
      <h2>{t("title")}</h2>
      <ul>
        {agreed.map(({ proposal, fields }) => (
          <One key={proposal.seq} proposal={proposal} fields={fields} />
        ))}
      </ul>
    </Part>
  );
}

function One({ proposal, fields }: { readonly proposal: Proposal; readonly fields: readonly Field[] }) {
  const t = useTranslations("conversation.agreed");
  const titles = useAgreementTitles();
  const { entries, due, agreed } = useConversation();
  const { outcome, reviews, seq } = proposal;
  const own = entries.find((entry) => entry.seq === seq);
  const earlier = due.find(({ id }) => id === reviews);
  // Where the other has taken their words back, one's own copy stays.
  const copy = agreed.find((one) => one.seq === seq);
  const words = outcome === "keep" || outcome === "end" ? earlier?.words : (copy ?? own)?.words;
  const what = titles.ofAgreement(proposal, words);
  return (
    <li>
      <h3>{outcome ? t(`reviewed.${outcome}`, { what }) : what}</h3>
      {words ? <Answers fields={fields} words={words} /> : <p>{t("unreadable")}</p>}
    </li>
  );
}

function fieldsOf(progress: Settling, { sort }: Proposal): readonly Field[] {
  return questionsIn(progress.step, sort);
}
