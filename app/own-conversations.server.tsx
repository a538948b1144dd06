import { getFormatter, getTranslations } from "next-intl/server";
import type { Asking } from "#db/sign-ins";
import { evenground } from "#server/evenground";
import styles from "./page.module.css";

/** A few are enough to go on from. */
const MOST = 5;
const HOUR = 3_600_000;

/**
 * The way back into one's own conversations. Somebody else may look at this page: no topic, no name, no words, and not
 * which guide it is. If only what is gone through alone were without its title, that would give it away.
 */
export async function OwnConversations({ asking }: { readonly asking: Asking }) {
  const t = await getTranslations("first");
  const format = await getFormatter();
  const ground = evenground();
  const now = ground.now();
  const own = (await ground.ownConversations(asking)).slice(0, MOST);
  if (own.length === 0) return null;
  return (
    <section className={styles.own} aria-labelledby="go-on">
      <h2 id="go-on">{t("goOn")}</h2>
      <ul>
        {own.map(({ id, createdAt }) => (
          <li key={id}>
            <a href={`/c/${id}`}>
              <b>{t("someConversation")}</b>
              <small>
                {now.getTime() - createdAt.getTime() < HOUR
                  ? t("begunNow")
                  : t("begun", { when: format.relativeTime(createdAt, now) })}
              </small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
