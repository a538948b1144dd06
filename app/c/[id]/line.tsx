import { useTranslations } from "next-intl";
import type { Step } from "#conversation/guide";
import type { Entry } from "#conversation/seat-view";
import { isInFirstStep } from "#conversation/situation";
import { GoneWords } from "./gone-words";
import { useNames } from "./names";
import { ProposalNote } from "./proposal-note";
import { RepairNote } from "./repair-note";
import type { EntryOf, Line as LineOfWords, ReflectionLine, SteeredLine } from "./transcript";
import { useConversation } from "./use-conversation";
import styles from "./words.module.css";
import { WrittenAnswer } from "./written-answer";

interface LineProps {
  readonly line: LineOfWords;
  readonly step: Step;
}

/** One line of the page of words. */
export function Line({ line, step }: LineProps) {
  switch (line.kind) {
    case "said":
      return <Said said={line.said} />;
    case "reflection":
      return <Reflection line={line} />;
    case "repair":
      return <RepairNote line={line} />;
    case "written":
      return step.kind === "write" ? <WrittenAnswer line={line} step={step} /> : null;
    case "proposal":
      return <ProposalNote line={line} step={step} />;
    case "prompt":
      return <Prompt prompt={line.prompt} />;
    case "passed":
      return <Passed entry={line.entry} step={step} />;
    case "paused":
      return <Paused entry={line.entry} />;
    case "steered":
      return <Steered line={line} />;
  }
}

function Said({ said }: { readonly said: Extract<Entry, { kind: "say" }> }) {
  const t = useTranslations("conversation");
  const names = useNames();
  return (
    <article className={styles.said} data-seat={said.seat}>
      <h3>{names.isMe(said.seat) ? t("you") : names.of(said.seat)}</h3>
      <Text entry={said} isAloud={said.aloud === true} />
    </article>
  );
}

function Reflection({ line: { reflection, isOfTurn, check } }: { readonly line: ReflectionLine }) {
  const t = useTranslations("conversation.entry");
  const names = useNames();
  const kind = isOfTurn ? "summarising" : reflection.kind;
  return (
    <article className={styles.reflection} data-seat={reflection.seat}>
      <h3>
        {names.isMe(reflection.seat)
          ? t(`you.${kind}`)
          : t(`they.${kind}`, { name: names.of(reflection.seat) })}
      </h3>
      <Text entry={reflection} isAloud={reflection.aloud === true} />
      {check && reflection.kind === "empathise" ? <Correction check={check} /> : null}
      {check && reflection.kind !== "empathise" ? <Check check={check} /> : null}
    </article>
  );
}

/** What the speaker said to a guess at how it feels: that is it, or how it really is. */
function Correction({ check }: { readonly check: EntryOf<"check"> }) {
  const t = useTranslations("conversation.entry");
  const names = useNames();
  const name = names.isMe(check.seat) ? t("youName") : names.of(check.seat);
  const text = check.words?.text;
  return (
    <p className={styles.mark}>
      {check.verdict === "yes" ? t("feelsYes", { name }) : t("feelsOther", { name })}{" "}
      {typeof text === "string" ? t("quote", { text }) : null}
      {check.unreadable ? t("unreadable") : null}
    </p>
  );
}

function Check({ check }: { readonly check: Extract<Entry, { kind: "check" }> }) {
  const t = useTranslations("conversation.entry");
  const names = useNames();
  const name = names.of(check.seat);
  const mine = names.isMe(check.seat);
  const verdict = {
    yes: mine ? t("youCheckYes") : t("checkYes", { name }),
    partly: mine ? t("youCheckPartly") : t("checkPartly", { name }),
    no: mine ? t("youCheckNo") : t("checkNo", { name }),
  }[check.verdict];
  const text = check.words?.text;
  return (
    <p className={styles.mark}>
      {verdict} {typeof text === "string" ? t("quote", { text }) : null}
      {check.unreadable ? t("unreadable") : null}
    </p>
  );
}

/** Words exactly as they were written; they are text and never anything else. */
function Text({ entry, isAloud }: { readonly entry: Entry; readonly isAloud: boolean }) {
  const t = useTranslations("conversation.entry");
  const text = entry.words?.text;
  return (
    <>
      <GoneWords entry={entry} />
      {typeof text === "string" ? <p className={styles.text}>{text}</p> : null}
      {isAloud ? <p className={styles.mark}>{t("aloud")}</p> : null}
    </>
  );
}

/** A sentence from the therapist, for both. */
function Prompt({ prompt }: { readonly prompt: EntryOf<"prompt"> }) {
  const names = useNames();
  return (
    <article className={styles.said} data-seat={prompt.seat}>
      <h3>{names.of(prompt.seat)}</h3>
      <Text entry={prompt} isAloud={false} />
    </article>
  );
}

interface PassedProps {
  readonly entry: Extract<LineOfWords, { kind: "passed" }>["entry"];
  readonly step: Step;
}

function Passed({ entry, step }: PassedProps) {
  const t = useTranslations("conversation.entry");
  const names = useNames();
  const mine = names.isMe(entry.seat);
  if (entry.kind === "hand-floor")
    return (
      <p className={styles.event}>
        {names.isMe(entry.to) ? t("passFloorYou") : t("passFloor", { name: names.of(entry.to) })}
      </p>
    );
  // With these the floor has not passed yet: first the other says back what the turn was.
  const isOnTheWayOut = step.kind === "dialogue" && (step.summary || step.validate || step.empathise);
  if (entry.kind === "pass-floor" && isOnTheWayOut)
    return (
      <p className={styles.event}>{mine ? t("youSaidAll") : t("saidAll", { name: names.of(entry.seat) })}</p>
    );
  if (entry.kind === "heard")
    return (
      <p className={styles.event}>{mine ? t("youHeard") : t("heard", { name: names.of(entry.seat) })}</p>
    );
  return <p className={styles.event}>{mine ? t("passFloor", { name: names.other }) : t("passFloorYou")}</p>;
}

function Steered({ line: { entry, isEnd } }: { readonly line: SteeredLine }) {
  const t = useTranslations("conversation.entry.steered");
  const names = useNames();
  const by = { me: names.isMe("t") ? "yes" : "no", name: names.of("t") };
  const text = (() => {
    switch (entry.kind) {
      case "caucus":
        if (isEnd) return t("caucusEnd");
        return names.isMe(entry.with)
          ? t("caucusYou", by)
          : t("caucus", { ...by, partner: names.of(entry.with) });
      case "skip-step":
        return t("skipStep", by);
      case "extend-turn":
        return t("extendTurn", { ...by, minutes: entry.minutes });
      default:
        return t(entry.kind, by);
    }
  })();
  return <p className={styles.event}>{text}</p>;
}

function Paused({ entry }: { readonly entry: Extract<LineOfWords, { kind: "paused" }>["entry"] }) {
  const t = useTranslations("conversation.entry");
  const names = useNames();
  const { state } = useConversation();
  const mine = names.isMe(entry.seat);
  const name = names.of(entry.seat);
  const stopped = mine ? t("youStop") : t("stop", { name });
  const later = mine ? t("youLater") : t("later", { name });
  const text = {
    "time-out": mine ? t("youTimeOut") : t("timeOut", { name }),
    return: t("return"),
    stop: isInFirstStep(state, entry.seq) ? later : stopped,
    reopen: t("reopen"),
  }[entry.kind];
  return <p className={styles.event}>{text}</p>;
}
