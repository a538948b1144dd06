import { getTranslations } from "next-intl/server";
import type { Case } from "#server/therapy/caseload";
import { Day } from "../day.server";
import { Texts } from "../server/texts";
import { CaseFinder } from "./case-finder";
import { ConversationLine } from "./conversation-line.server";
import { MeetingTime } from "./meeting-time";
import { coupleName } from "./names.server";
import styles from "./practice.module.css";
import { Stand } from "./stand.server";

/** Under each couple so many conversations stand; all of them are on the couple's own page. */
const MOST_LINES = 3;

/** Every couple with what is to be known of it before one opens it. */
export async function Caseload({ cases }: { readonly cases: readonly Case[] }) {
  const t = await getTranslations("practice");
  if (cases.length === 0) return <p className={styles.soft}>{t("empty")}</p>;
  const found = await Promise.all(
    cases.map(async (one) => ({
      id: one.engagementId,
      name: await coupleName(one),
      line: <CaseLine key={one.engagementId} one={one} />,
    })),
  );
  return (
    <section className={styles.section} aria-labelledby="couples">
      <h2 id="couples">{t("couples")}</h2>
      <Texts of={["practice"]}>
        <CaseFinder cases={found} />
      </Texts>
    </section>
  );
}

async function CaseLine({ one }: { readonly one: Case }) {
  const t = await getTranslations("practice");
  const going = one.conversations.filter(({ state }) => !state.complete);
  return (
    <>
      <h3>
        <a href={`/practice/${one.engagementId}`}>{await coupleName(one)}</a>
      </h3>
      <p className={styles.small}>{t.rich("since", { day: () => <Day at={one.since} /> })}</p>
      <Stand couple={one} />
      {one.meeting && (
        <p>
          <MeetingTime at={one.meeting.at} />
        </p>
      )}
      {one.reviews > 0 && <p>{t("reviews", { count: one.reviews })}</p>}
      {going.length > 0 && (
        <ul className={styles.lines}>
          {going.slice(0, MOST_LINES).map((conversation) => (
            <ConversationLine
              key={conversation.id}
              couple={one}
              conversation={conversation}
              hasStalled={conversation.hasStalled}
            />
          ))}
        </ul>
      )}
    </>
  );
}
