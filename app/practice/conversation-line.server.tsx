import { getLocale, getTranslations } from "next-intl/server";
import { PARTNERS } from "#conversation/seats";
import { currentStep, statusOf } from "#conversation/state";
import { whatWaits } from "#conversation/what-waits";
import { evenground } from "#server/evenground";
import { guideFor } from "#server/guide-for";
import type { CoupleSeen } from "#server/therapy/couple-seen";
import type { SharedConversation } from "#server/therapy/shared-conversations";
import { Day } from "../day.server";
import { nameIn } from "./names.server";
import styles from "./practice.module.css";

interface ConversationLineProps {
  readonly couple: CoupleSeen;
  readonly conversation: SharedConversation;
  readonly hasStalled?: boolean;
}

/** One conversation from outside: its guide and step, for whom it waits, and the way into its room. */
export async function ConversationLine({ couple, conversation, hasStalled = false }: ConversationLineProps) {
  const t = await getTranslations("practice");
  const { id, state, lastAt } = conversation;
  const guide = guideFor(conversation.guide, await getLocale());
  const current = currentStep(state)?.progress.step.id;
  const step = guide.steps.find((one) => one.id === current);
  return (
    <li>
      <a href={`/c/${id}`}>{step ? t("step", { guide: guide.title, step: step.title }) : guide.title}</a>
      <Waits couple={couple} conversation={conversation} />
      <small className={styles.small}>
        {t.rich("lastAt", { day: () => <Day at={lastAt} /> })}
        {hasStalled && ` · ${t("stalled")}`}
      </small>
    </li>
  );
}

/** What is asked of each of the two; how it rests where nothing is. */
async function Waits({ couple, conversation: { state } }: Omit<ConversationLineProps, "hasStalled">) {
  const t = await getTranslations("practice");
  const nameOf = await nameIn(couple);
  const now = evenground().now().getTime();
  const asked = PARTNERS.flatMap((seat) => {
    const waiting = whatWaits(state, seat, now);
    return waiting ? [t(`waits.${waiting}`, { name: nameOf(seat) })] : [];
  });
  return <p>{asked.length > 0 ? asked.join(" ") : t(`status.${statusOf(state)}`)}</p>;
}
