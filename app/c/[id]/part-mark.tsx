import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { Field } from "#conversation/guide";
import { PART_VERDICTS, type PartVerdict } from "#conversation/moves";
import { openMoves } from "#conversation/open-moves";
import { Button } from "../../ui/button";
import { useNames } from "./names";
import { useConversation } from "./use-conversation";
import styles from "./words.module.css";

interface PartMarkProps {
  readonly written: number;
  readonly field: Field;
  /** Undefined while it has none. */
  readonly mark: PartVerdict | undefined;
}

/** What the other says of one part of what was written. It may be changed at any time (M4). */
export function PartMark({ written, field: { id: part, label }, mark }: PartMarkProps) {
  const t = useTranslations("conversation.marked");
  const verdicts = useTranslations("conversation.mark");
  const names = useNames();
  const { live, guide, state, seat } = useConversation();
  const [isChanging, setChanging] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const marker = state.steps.flatMap(({ progress }) =>
    progress.kind === "mark" && progress.of === written ? [progress.by] : [],
  )[0];
  const mayChange = openMoves(guide, state, seat, live.serverNow()).some(
    (open) => open.kind === "mark" && open.answers === written && open.part === part,
  );
  if (!mark) return null;
  const change = (verdict: PartVerdict) => {
    live.send(`any-${part}:mark`, { kind: "mark", answers: written, part, verdict });
    setChanging(false);
    toggle.current?.focus();
  };
  return (
    <dd className={styles.verdict}>
      <span>{t(mark, { name: marker && names.isMe(marker) ? t("you") : names.of(marker ?? "a") })}</span>{" "}
      {mayChange ? (
        <Button ref={toggle} look="plain" aria-expanded={isChanging} onClick={() => setChanging(!isChanging)}>
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
