import { useTranslations } from "next-intl";
import type { AcknowledgeStep } from "#conversation/guide";
import { Button } from "../../ui/button";
import styles from "./ask.module.css";
import { useNames } from "./names";
import { useConversation } from "./use-conversation";
import { useSetting } from "./use-setting";

/** A short text that each reads and says yes to. It stays readable while the other has not. */
export function AcknowledgeBox({
  step,
  isDone,
}: {
  readonly step: AcknowledgeStep;
  readonly isDone: boolean;
}) {
  const t = useTranslations("conversation");
  const { other } = useNames();
  const { live, waiting } = useConversation();
  const setting = useSetting();
  const slot = `${step.id}:acknowledge`;
  const isOnItsWay = waiting.some((one) => one.slot === slot);
  return (
    <div className={styles.box}>
      <h2>{step.title}</h2>
      <ul className={styles.lines}>
        {step.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {isDone ? (
        <p className={styles.hint}>
          {t("waiting.acknowledge", { other })} {setting === "tried" ? null : t("waiting.alone")}
        </p>
      ) : (
        <Button look="primary" disabled={isOnItsWay} onClick={() => live.send(slot, { kind: "acknowledge" })}>
          {isOnItsWay ? t("connection.sending") : step.button}
        </Button>
      )}
    </div>
  );
}
