import { useTranslations } from "next-intl";
import { useState } from "react";
import type { WriteStep } from "#conversation/guide";
import { PART_VERDICTS, type PartVerdict } from "#conversation/moves";
import { openMoves } from "#conversation/open-moves";
import { Button } from "../../ui/button";
import { useNames } from "./names";
import type { WrittenLine } from "./transcript";
import { useConversation } from "./use-conversation";
import styles from "./words.module.css";

interface MarkedAnswerProps {
  readonly line: WrittenLine;
  readonly step: WriteStep;
}

/** What somebody wrote, part by part, each with what the other says of it. A mark may be changed at any time (M4). */
export function MarkedAnswer({ line: { written, marks }, step }: MarkedAnswerProps) {
  const t = useTranslations("conversation");
  const names = useNames();
  return (
    <article className={styles.written} data-seat={written.seat}>
      <h3>{names.isMe(written.seat) ? t("you") : names.of(written.seat)}</h3>
      {written.unreadable ? <p className={styles.mark}>{t("entry.unreadable")}</p> : null}
      <dl className={styles.answers}>
        {step.fields.map(({ id, label }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>{String(written.words?.[id] ?? "")}</dd>
            {marks?.[id] ? <Mark written={written.seq} part={id} label={label} mark={marks[id]} /> : null}
          </div>
        ))}
      </dl>
    </article>
  );
}

interface MarkProps {
  readonly written: number;
  readonly part: string;
  readonly label: string;
  readonly mark: PartVerdict;
}

function Mark({ written, part, label, mark }: MarkProps) {
  const t = useTranslations("conversation.marked");
  const verdicts = useTranslations("conversation.mark");
  const names = useNames();
  const { live, guide, state, seat } = useConversation();
  const [isChanging, setChanging] = useState(false);
  const marker = state.steps.flatMap(({ progress }) =>
    progress.kind === "mark" && progress.of === written ? [progress.by] : [],
  )[0];
  const mayChange = openMoves(guide, state, seat, live.serverNow()).some(
    (open) => open.kind === "mark" && open.answers === written && open.part === part,
  );
  const change = (verdict: PartVerdict) => {
    live.send(`any-${part}:mark`, { kind: "mark", answers: written, part, verdict });
    setChanging(false);
  };
  return (
    <dd className={styles.verdict}>
      <span>{t(mark, { name: marker && names.isMe(marker) ? t("you") : names.of(marker ?? "a") })}</span>{" "}
      {mayChange && !isChanging ? (
        <Button look="plain" onClick={() => setChanging(true)}>
          <span aria-hidden="true">{t("change")}</span>
          <span className="quiet-text">{t("changeOf", { label })}</span>
        </Button>
      ) : null}
      {mayChange && isChanging
        ? PART_VERDICTS.map((verdict) => (
            <Button
              key={verdict}
              look={verdict === mark ? "primary" : "quiet"}
              onClick={() => change(verdict)}
            >
              {verdicts(verdict)}
            </Button>
          ))
        : null}
    </dd>
  );
}
