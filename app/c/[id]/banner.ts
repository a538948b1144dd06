import { useTranslations } from "next-intl";
import type { Partner } from "#conversation/seats";
import { isInFirstStep, type Situation } from "#conversation/situation";
import { type Names, useNames } from "./names";
import { useConversation } from "./use-conversation";
import { type Setting, useSetting } from "./use-setting";

export interface Banner {
  readonly title: string;
  readonly hint: string;
}

type Translate = ReturnType<typeof useTranslations<"conversation.banner">>;

/** Who does what now, in two short sentences, for whoever looks at the page. */
export function useBanner(situation: Situation): Banner {
  const t = useTranslations("conversation.banner");
  const names = useNames();
  const { other } = names;
  const { state } = useConversation();
  const setting = useSetting();
  const isAlone = setting === "alone";
  switch (situation.kind) {
    case "complete":
      return { title: isAlone ? t("completeAlone") : t("complete"), hint: "" };
    case "left":
      return { title: t("left", { name: other }), hint: t("leftHint") };
    case "stopped":
      return { title: isInFirstStep(state, state.head) ? t("later") : t("stopped"), hint: "" };
    case "held":
      return heldBanner(t, situation.caucus, names);
    case "time-out":
      return { title: isAlone ? t("timeOutAlone") : t("timeOut"), hint: "" };
    case "ready":
      return { title: t("ready"), hint: t("readyHint") };
    case "acknowledge":
      if (isAlone) return { title: t("acknowledgeAlone"), hint: "" };
      return situation.isDone
        ? { title: t("acknowledged", { other }), hint: mayLeave(t, setting, t("acknowledgedHint")) }
        : { title: t("acknowledge"), hint: t("acknowledgeHint") };
    case "write":
      return writeBanner(t, situation, other, setting);
    case "mark":
      return situation.isMine
        ? { title: t("mark"), hint: situation.step.intro }
        : { title: t("awaitMarks", { other }), hint: mayLeave(t, setting, t("awaitMarksHint", { other })) };
    case "settle":
    case "review":
      return { title: situation.step.title, hint: situation.step.intro };
    default:
      return dialogueBanner(t, situation, other);
  }
}

/** The therapist asks everybody to wait, or speaks with one of the two. */
function heldBanner(t: Translate, caucus: Partner | null, names: Names): Banner {
  const name = names.of("t");
  if (caucus === null) return { title: t("held", { name }), hint: t("heldHint") };
  return names.isMe(caucus)
    ? { title: t("caucusYou", { name }), hint: t("caucusYouHint", { other: names.other }) }
    : { title: t("caucus", { name, partner: names.of(caucus) }), hint: t("caucusHint") };
}

function writeBanner(
  t: Translate,
  { step, part }: Extract<Situation, { kind: "write" }>,
  other: string,
  setting: Setting,
): Banner {
  const isPrivate = step.seen === "self";
  if (part === "asked") {
    if (step.who !== "each") return { title: step.title, hint: step.intro };
    return { title: isPrivate || setting === "alone" ? t("writeSelf") : t("write"), hint: step.intro };
  }
  if (part === "other")
    return {
      title: t("otherWrites", { other }),
      hint: mayLeave(t, setting, isPrivate ? t("otherWritesSelfHint") : t("otherWritesHint")),
    };
  return { title: t("wrote", { other }), hint: mayLeave(t, setting, t(`wroteHint.${step.seen}`, { other })) };
}

/** Whoever waits may go away and come back, except where nothing is kept. */
function mayLeave(t: Translate, setting: Setting, hint: string): string {
  return setting === "tried" ? hint : `${hint} ${t("mayLeave")}`;
}

function dialogueBanner(t: Translate, situation: Situation, other: string): Banner {
  switch (situation.kind) {
    case "say":
      return { title: t("say"), hint: t("sayHint", { other }) };
    case "await-reflection":
      return situation.of === "turn"
        ? { title: t("awaitSummary", { other }), hint: t("awaitReflectionHint") }
        : { title: t("awaitReflection", { other }), hint: t("awaitReflectionHint") };
    case "check":
      return { title: t("check"), hint: situation.of === "turn" ? t("checkTurnHint") : t("checkHint") };
    case "choose":
      return { title: t("choose", { other }), hint: t("chooseHint", { other }) };
    case "await-validation":
      return { title: t("awaitValidation", { other }), hint: t("awaitValidationHint") };
    case "await-empathy":
      return { title: t("awaitEmpathy", { other }), hint: t("awaitEmpathyHint") };
    case "correct":
      return { title: t("correct"), hint: t("correctHint") };
    case "listen":
      return {
        title: t("listen", { other }),
        hint: situation.step.only ? t("listenOnlyHint") : t("listenHint"),
      };
    case "reflect":
      return situation.of === "turn"
        ? { title: t("summary", { other }), hint: t("summaryHint") }
        : {
            title: t("reflect", { other }),
            hint: situation.step.only ? t("reflectOnlyHint") : t("reflectHint"),
          };
    case "validate":
      return { title: t("validate"), hint: t("validateHint") };
    case "empathise":
      return { title: t("empathise", { other }), hint: t("empathiseHint", { other }) };
    case "await-check":
      return { title: t("awaitCheck", { other }), hint: t("awaitCheckHint") };
    case "await-correction":
      return { title: t("awaitCorrection", { other }), hint: "" };
    case "await-choice":
      return {
        title: t("awaitChoice", { other }),
        hint: situation.step.only ? t("awaitChoiceOnlyHint", { other }) : t("awaitChoiceHint", { other }),
      };
    default:
      return { title: "", hint: "" };
  }
}
