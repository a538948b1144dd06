import { useTranslations } from "next-intl";
import type { Step } from "#conversation/guide";
import type { Entry } from "#conversation/seat-view";
import { useNames } from "./names";
import { RepairNote } from "./repair-note";
import type { Line as LineOfWords, ReflectionLine } from "./transcript";
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
    case "passed":
      return <Passed entry={line.entry} />;
    case "paused":
      return <Paused entry={line.entry} />;
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

function Reflection({ line: { reflection, check } }: { readonly line: ReflectionLine }) {
  const t = useTranslations("conversation.entry");
  const names = useNames();
  return (
    <article className={styles.reflection} data-seat={reflection.seat}>
      <h3>
        {names.isMe(reflection.seat)
          ? t("youReflecting")
          : t("reflecting", { name: names.of(reflection.seat) })}
      </h3>
      <Text entry={reflection} isAloud={reflection.aloud === true} />
      {check ? <Check check={check} /> : null}
    </article>
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
  if (entry.unreadable) return <p className={styles.mark}>{t("unreadable")}</p>;
  return (
    <>
      {typeof text === "string" ? <p className={styles.text}>{text}</p> : null}
      {isAloud ? <p className={styles.mark}>{t("aloud")}</p> : null}
    </>
  );
}

function Passed({ entry }: { readonly entry: Extract<Entry, { kind: "pass-floor" | "heard" }> }) {
  const t = useTranslations("conversation.entry");
  const names = useNames();
  const mine = names.isMe(entry.seat);
  if (entry.kind === "heard")
    return (
      <p className={styles.event}>{mine ? t("youHeard") : t("heard", { name: names.of(entry.seat) })}</p>
    );
  return <p className={styles.event}>{mine ? t("passFloor", { name: names.other }) : t("passFloorYou")}</p>;
}

function Paused({ entry }: { readonly entry: Extract<LineOfWords, { kind: "paused" }>["entry"] }) {
  const t = useTranslations("conversation.entry");
  const names = useNames();
  const mine = names.isMe(entry.seat);
  const name = names.of(entry.seat);
  const text = {
    "time-out": mine ? t("youTimeOut") : t("timeOut", { name }),
    return: t("return"),
    stop: mine ? t("youStop") : t("stop", { name }),
    reopen: t("reopen"),
  }[entry.kind];
  return <p className={styles.event}>{text}</p>;
}
