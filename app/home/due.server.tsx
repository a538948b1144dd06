import { getTranslations } from "next-intl/server";
import type { SpaceOverview } from "#server/space-overview";
import { Day } from "../day.server";
import { addressOf, NO_QUERY } from "../new/new-query";
import styles from "./waits.module.css";
import type { DueLine } from "./what-is-due.server";

interface DueProps {
  readonly due: readonly DueLine[];
  readonly overview: Pick<SpaceOverview, "space" | "ending">;
}

/** Where what was agreed is looked at: the guide that begins with it. */
const LOOKING = "weekly-meeting";

/** What was agreed and whose day has come, and a way in that is about to close: a quiet line each. */
export async function Due({ due, overview: { space, ending } }: DueProps) {
  const t = await getTranslations("home.due");
  if (due.length === 0 && ending.length === 0) return null;
  return (
    <section aria-label={t("title")}>
      <ul className={styles.others}>
        {due.map(({ id, kind, what, day }) => (
          <li key={id}>
            <a href={placeOf(kind, space.id)}>
              <b>{t("quoted", { what })}</b>
              <small>{t.rich(kind, { day: () => <Day at={day} /> })}</small>
            </a>
          </li>
        ))}
        {ending.map(({ id, expiresAt }) => (
          <li key={id}>
            <a href={`/home/${space.id}/people`}>
              <b>{t("invitation")}</b>
              <small>{t.rich("ends", { day: () => <Day at={expiresAt} /> })}</small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function placeOf(kind: DueLine["kind"], spaceId: string): string {
  if (kind === "planNear" || kind === "planPast") return `/plans/${spaceId}`;
  if (kind === "untold") return `/commitments/${spaceId}`;
  return addressOf({ ...NO_QUERY, guide: LOOKING, space: spaceId });
}
