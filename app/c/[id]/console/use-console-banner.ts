import { useTranslations } from "next-intl";
import { openInCurrentStep } from "#conversation/open-moves";
import { currentStep, statusOf } from "#conversation/state";
import type { Banner } from "../banner";
import { useNames } from "../names";
import { useConversation } from "../use-conversation";

/** Which step it is and who is asked, as a therapist sees it. */
export function useConsoleBanner(): Banner {
  const t = useTranslations("console.banner");
  const names = useNames();
  const { state } = useConversation();
  const status = statusOf(state);
  if (status === "held")
    return state.caucus
      ? { title: t("caucus", { name: names.of(state.caucus.with) }), hint: t("caucusHint") }
      : { title: t("held"), hint: t("heldHint") };
  if (status !== "running") return { title: t(status), hint: "" };
  const asked = state.roster.partners.filter((partner) => openInCurrentStep(state, partner).length > 0);
  const [first, second] = asked;
  const title = currentStep(state)?.progress.step.title ?? "";
  if (first === undefined) return { title, hint: "" };
  return { title, hint: second === undefined ? t("one", { name: names.of(first) }) : t("both") };
}
