import { getLocale, getTranslations } from "next-intl/server";
import { changesIn } from "#conversation/check-ins/changes";
import { statementsIn } from "#conversation/check-ins/statements";
import type { OwnCheckIn } from "#server/check-ins/read-check-ins";
import { Day } from "../day.server";
import styles from "./check-ins.module.css";

/** What has changed, in a sentence each: where it went, and neither for better nor for worse. */
export async function Changes({ checkIns }: { readonly checkIns: readonly OwnCheckIn[] }) {
  const t = await getTranslations("checkIns.changed");
  const statements = statementsIn(await getLocale());
  const changes = changesIn(checkIns);
  if (changes.length === 0) return null;
  return (
    <ul className={styles.changes}>
      {changes.map(({ statement, direction, since }) => (
        <li key={statement}>
          {t.rich(direction, {
            statement: statements.find(({ id }) => id === statement)?.text ?? "",
            day: () => <Day at={since} />,
          })}
        </li>
      ))}
    </ul>
  );
}
