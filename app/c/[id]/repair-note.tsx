import { useTranslations } from "next-intl";
import { Button } from "../../ui/button";
import { useNames } from "./names";
import type { RepairLine } from "./transcript";
import { useConversation } from "./use-conversation";
import styles from "./words.module.css";

/** A small thing that was offered, and its answer. The one it was offered to may answer the latest. */
export function RepairNote({ line: { repair, answer } }: { readonly line: RepairLine }) {
  const t = useTranslations("conversation");
  const names = useNames();
  const { live, state, seat } = useConversation();
  const mine = names.isMe(repair.seat);
  const isLatest = repair.seat !== "t" && state.repairs[repair.seat] === repair.seq;
  const mayAnswer =
    !mine && seat !== "t" && isLatest && !state.timeOut && !state.stoppedBy && !state.complete;
  const reply = (taken: boolean) =>
    live.send("any:answer-repair", { kind: "answer-repair", answers: repair.seq, taken });
  const replyText = (given: NonNullable<RepairLine["answer"]>) => {
    const name = names.isMe(given.seat) ? t("you") : names.of(given.seat);
    return given.taken ? t("entry.repairTaken", { name }) : t("entry.repairNotNow", { name });
  };
  return (
    <div className={styles.repair} data-seat={repair.seat}>
      <p>
        {t("repair.offered", {
          name: mine ? t("you") : names.of(repair.seat),
          repair: t(`repair.${repair.family}`),
        })}{" "}
        {answer ? <span className={styles.reply}>{replyText(answer)}</span> : null}
      </p>
      {mayAnswer ? (
        <p className={styles.replies}>
          <Button onClick={() => reply(true)}>{t("repair.take")}</Button>
          <Button onClick={() => reply(false)}>{t("repair.notNow")}</Button>
        </p>
      ) : null}
    </div>
  );
}
