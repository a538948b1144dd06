import { useTranslations } from "next-intl";
import { asksForHold } from "#conversation/therapy/whereabouts";
import { useNames } from "../names";
import small from "../small-things.module.css";
import { useConversation } from "../use-conversation";
import styles from "./before.module.css";

/** Where the two are and whom to call, where they have given it; and that one has said their word. */
export function Before() {
  const t = useTranslations("console.before");
  const names = useNames();
  const { whereabouts, entries } = useConversation();
  const heldAt = entries.findLast(({ kind }) => kind === "hold")?.at ?? null;
  const asking = whereabouts.filter((one) => asksForHold(one, heldAt));
  return (
    <>
      <div role="alert">
        {asking.map(({ seat, word }) => (
          <p key={seat} className={styles.asks}>
            {t("asks", { name: names.of(seat), word })}
          </p>
        ))}
      </div>
      {whereabouts.length > 0 && (
        <section className={small.small} aria-label={t("title")}>
          <h2>{t("title")}</h2>
          {whereabouts.map(({ seat, where, call, word }) => (
            <dl key={seat} className={styles.one}>
              <dt>{names.of(seat)}</dt>
              {where && <dd>{t("where", { where })}</dd>}
              {call && <dd>{t("call", { call })}</dd>}
              {word && <dd>{t("word", { word })}</dd>}
            </dl>
          ))}
          <p className={styles.note}>{t("note")}</p>
        </section>
      )}
    </>
  );
}
