import { useTranslations } from "next-intl";
import { PART_VERDICTS } from "#conversation/moves";
import { currentStep, type MarkProgress } from "#conversation/state";
import fields from "../../fields/fields.module.css";
import { Button } from "../../ui/button";
import styles from "./ask.module.css";
import { useNames } from "./names";
import { useConversation } from "./use-conversation";

/** For the one it was written to: has it landed? Part by part, in one's own time. */
export function MarkBox({ isMine }: { readonly isMine: boolean }) {
  const { state } = useConversation();
  const progress = currentStep(state)?.progress;
  if (!isMine || progress?.kind !== "mark") return null;
  const part = progress.parts.find((one) => progress.marks[one] === undefined);
  return part === undefined ? null : <Part key={part} progress={progress} part={part} />;
}

function Part({ progress, part }: { readonly progress: MarkProgress; readonly part: string }) {
  const t = useTranslations("conversation.mark");
  const { other } = useNames();
  const { live, entries, guide, waiting } = useConversation();
  const { step, of, parts, marks } = progress;
  const written = guide.steps.find(({ id }) => id === step.of);
  const field = written?.kind === "write" ? written.fields.find(({ id }) => id === part) : undefined;
  const text = entries.find(({ seq }) => seq === of)?.words?.[part];
  const slot = `${step.id}:mark`;
  const isOnItsWay = waiting.some((one) => one.slot === slot);
  const left = parts.filter((one) => marks[one] === undefined);
  const defer = () => {
    for (const one of left)
      live.send(slot, { kind: "mark", answers: of ?? 0, part: one, verdict: "deferred" });
  };
  return (
    <div className={styles.box}>
      <p className={styles.hint}>
        {t("part", { part: parts.length - left.length + 1, parts: parts.length })}
      </p>
      <h2>{field?.label}</h2>
      <blockquote className={styles.quoted}>
        {text === undefined ? t("nothing", { other }) : String(text)}
      </blockquote>
      <p className={fields.question}>{t("label")}</p>
      <div className={styles.row}>
        {PART_VERDICTS.map((verdict) => (
          <Button
            key={verdict}
            look={verdict === "landed" ? "primary" : "quiet"}
            disabled={isOnItsWay}
            onClick={() => live.send(slot, { kind: "mark", answers: of ?? 0, part, verdict })}
          >
            {t(verdict)}
          </Button>
        ))}
      </div>
      <p className={styles.hint}>{t("hint")}</p>
      {left.length > 1 ? (
        <div className={styles.row}>
          <Button look="plain" disabled={isOnItsWay} onClick={defer}>
            {t("deferAll")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
