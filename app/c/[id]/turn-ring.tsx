import { useTranslations } from "next-intl";
import type { DialogueStep } from "#conversation/guide";
import { currentStep } from "#conversation/state";
import { SoftRing } from "../../ui/soft-ring";
import { useConversation } from "./use-conversation";
import { useRingChoice } from "./use-ring-choice";

interface TurnRingProps {
  readonly step: DialogueStep;
  /** The move that gave the floor. */
  readonly since: number;
}

/** The suggested length of a turn, while both are here. It stops nobody and can be turned off (WCAG 2.2.1). */
export function TurnRing({ step, since }: TurnRingProps) {
  const t = useTranslations("conversation.ring");
  const { entries, here, live, state } = useConversation();
  const [isShown, setShown] = useRingChoice();
  const began = entries.find((entry) => entry.seq === since)?.at;
  const bothAreHere = state.roster.partners.every((partner) => here.includes(partner));
  const progress = currentStep(state)?.progress;
  const extra = progress?.kind === "dialogue" ? progress.extraSeconds : 0;
  if (!step.softSeconds || !bothAreHere || !began) return null;
  const elapsed = Math.max(0, (live.serverNow() - Date.parse(began)) / 1_000);
  return (
    <SoftRing
      label={isShown ? t("hide") : t("show")}
      description={t("label")}
      seconds={step.softSeconds + extra}
      elapsed={elapsed}
      isShown={isShown}
      onToggle={() => setShown(!isShown)}
    />
  );
}
