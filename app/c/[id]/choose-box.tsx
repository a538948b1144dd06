import { useTranslations } from "next-intl";
import { useState } from "react";
import type { InDialogue } from "#conversation/situation";
import { Button } from "../../ui/button";
import styles from "./ask.module.css";
import { useNames } from "./names";
import { SayBox } from "./say-box";
import { useConversation } from "./use-conversation";

/** For the speaker who has been heard: say more, pass the floor, or say so. */
export function ChooseBox({ situation }: { readonly situation: Extract<InDialogue, { kind: "choose" }> }) {
  const t = useTranslations("conversation");
  const { other } = useNames();
  const { step, since, mayPass, mayHeard } = situation;
  const { live, waiting } = useConversation();
  const [isSayingMore, setSayingMore] = useState(live.draftOf(`${step.id}:say`) !== null);
  const slot = `${step.id}:choose`;
  const isOnItsWay = waiting.some((one) => one.slot === slot);
  if (isSayingMore)
    return (
      <SayBox step={step} since={since} label={t("say.labelMore")} onBack={() => setSayingMore(false)} />
    );
  return (
    <div className={styles.box}>
      <h2>{t("choose.label")}</h2>
      <div className={styles.choices}>
        {mayPass ? (
          <div>
            <Button
              look="primary"
              disabled={isOnItsWay}
              onClick={() => live.send(slot, { kind: "pass-floor" })}
            >
              {t("choose.pass")}
            </Button>
            <p className={styles.hint}>{t("choose.passHint", { other })}</p>
          </div>
        ) : null}
        <div className={styles.row}>
          <Button onClick={() => setSayingMore(true)}>{t("choose.more")}</Button>
          {mayHeard ? (
            <Button
              look={mayPass ? "quiet" : "primary"}
              disabled={isOnItsWay}
              onClick={() => live.send(slot, { kind: "heard" })}
            >
              {t("choose.heard")}
            </Button>
          ) : null}
        </div>
        {mayHeard ? <p className={styles.hint}>{t("choose.heardHint")}</p> : null}
      </div>
    </div>
  );
}
