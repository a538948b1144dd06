import { getLocale, getTranslations } from "next-intl/server";
import { statementsIn } from "#conversation/check-ins/statements";
import type { SharedAnswer } from "#server/check-ins/shared-answers";
import { Day } from "../day.server";
import { otherName } from "../home/names.server";
import styles from "./check-ins.module.css";

/** What partners have chosen to show. Nothing says that there is anything else, or that there was. */
export async function SharedWithMe({ answers }: { readonly answers: readonly SharedAnswer[] }) {
  const t = await getTranslations("checkIns");
  const statements = statementsIn(await getLocale());
  if (answers.length === 0) return null;
  const told = await Promise.all(
    answers.map(async ({ space, ...answer }) => ({ ...answer, name: await otherName(space) })),
  );
  return (
    <section className={styles.area} aria-labelledby="shared">
      <h2 id="shared">{t("shared.title")}</h2>
      <ul className={styles.shared}>
        {told.map(({ name, statement, value, at }) => {
          const asked = statements.find(({ id }) => id === statement);
          return (
            <li key={`${name} ${statement} ${at.toISOString()}`}>
              <p className={styles.statement}>{asked?.text}</p>
              <p>{t("shared.value", { value, low: asked?.low ?? "", high: asked?.high ?? "" })}</p>
              <p className={styles.soft}>{t.rich("shared.from", { name, day: () => <Day at={at} /> })}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
