import { useTranslations } from "next-intl";
import { useNames } from "./names";
import type { Situation } from "./situation";

export interface Banner {
  readonly title: string;
  readonly hint: string;
}

/** Who does what now, in two short sentences, for whoever looks at the page. */
export function useBanner(situation: Situation): Banner {
  const t = useTranslations("conversation.banner");
  const { other } = useNames();
  switch (situation.kind) {
    case "complete":
      return { title: t("complete"), hint: "" };
    case "stopped":
      return { title: t("stopped"), hint: "" };
    case "time-out":
      return { title: t("timeOut"), hint: "" };
    case "acknowledge":
      return situation.isDone
        ? { title: t("acknowledged", { other }), hint: t("acknowledgedHint") }
        : { title: t("acknowledge"), hint: t("acknowledgeHint") };
    case "write":
      return writeBanner(t, situation, other);
    case "say":
      return { title: t("say"), hint: t("sayHint", { other }) };
    case "await-reflection":
      return { title: t("awaitReflection", { other }), hint: t("awaitReflectionHint") };
    case "check":
      return { title: t("check"), hint: t("checkHint") };
    case "choose":
      return { title: t("choose", { other }), hint: t("chooseHint", { other }) };
    case "listen":
      return { title: t("listen", { other }), hint: t("listenHint") };
    case "reflect":
      return { title: t("reflect", { other }), hint: t("reflectHint") };
    case "await-check":
      return { title: t("awaitCheck", { other }), hint: t("awaitCheckHint") };
    case "await-choice":
      return { title: t("awaitChoice", { other }), hint: t("awaitChoiceHint", { other }) };
  }
}

function writeBanner(
  t: ReturnType<typeof useTranslations<"conversation.banner">>,
  { step, isDone }: Extract<Situation, { kind: "write" }>,
  other: string,
): Banner {
  if (!isDone) return { title: step.seen === "self" ? t("writeSelf") : t("write"), hint: step.intro };
  const hint = step.seen === "self" ? t("wroteSelfHint", { other }) : t("wroteHint", { other });
  return { title: t("wrote", { other }), hint };
}
