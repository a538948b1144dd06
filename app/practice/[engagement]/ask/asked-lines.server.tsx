import { getLocale, getTranslations } from "next-intl/server";
import type { Partner } from "#conversation/seats";
import { guideFor } from "#server/guide-for";
import type { AssignedByMe } from "#server/therapy/assigned";
import { Day } from "../../../day.server";
import { Texts } from "../../../server/texts";
import styles from "../../practice.module.css";
import { AskNoMore } from "./ask-no-more";

interface AskedLinesProps {
  readonly engagementId: string;
  readonly asked: readonly AssignedByMe[];
  readonly name: (seat: Partner) => string;
}

/** What was asked, and what each of whom it is for says of it. */
export async function AskedLines({ engagementId, asked, name }: AskedLinesProps) {
  const t = await getTranslations("practice.ask");
  const locale = await getLocale();
  if (asked.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="asked">
      <h2 id="asked">{t("earlier")}</h2>
      <Texts of={["practice", "refusal", "fault"]}>
        <ul className={styles.lines}>
          {asked.map(({ id, kind, guide, at, note, text, answers, isWithdrawn }) => (
            <li key={id}>
              <p className={styles.said}>{guide ? guideFor(guide, locale).title : t(`kind.${kind}`)}</p>
              {[note, text].filter(Boolean).map((said) => (
                <p key={said} className={styles.kept}>
                  {said}
                </p>
              ))}
              <p className={styles.small}>{t.rich("askedOn", { day: () => <Day at={at} /> })}</p>
              {isWithdrawn ? (
                <p className={styles.small}>{t("noMore")}</p>
              ) : (
                <>
                  {answers.map(({ seat, answer }) => (
                    <p key={seat}>{t(`answer.${answer}`, { name: name(seat) })}</p>
                  ))}
                  <AskNoMore engagementId={engagementId} assignmentId={id} />
                </>
              )}
            </li>
          ))}
        </ul>
      </Texts>
    </section>
  );
}
