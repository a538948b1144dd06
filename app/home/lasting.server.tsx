import { getFormatter, getTranslations } from "next-intl/server";
import type { OwnSpace } from "#db/spaces";
import type { LastingAgreement, SpaceOverview } from "#server/space-overview";
import { Day } from "../day.server";
import styles from "./lasting.module.css";

const SORTS = ["commitment", "boundary", "plan", "milestone"] as const;
type Sort = (typeof SORTS)[number];

/** What both have agreed to and what holds, in the words they agreed to. */
export async function Lasting({ overview: { lasting, space } }: { readonly overview: SpaceOverview }) {
  const t = await getTranslations("home.lasting");
  const groups = SORTS.map((sort) => ({ sort, all: lasting.filter((one) => one.sort === sort) }));
  if (lasting.length === 0)
    return (
      <section className={styles.group}>
        <h2 id="lasting">{t("title")}</h2>
        <p className={styles.none}>{t("none")}</p>
      </section>
    );
  return (
    <>
      <h2 id="lasting" className="quiet-text">
        {t("title")}
      </h2>
      {groups
        .filter(({ all }) => all.length > 0)
        .map(({ sort, all }) => (
          <section key={sort} className={styles.group} aria-labelledby={`lasting-${sort}`}>
            <h3 id={`lasting-${sort}`}>{t(sort)}</h3>
            <ul>
              {all.map((agreement) => (
                <li key={agreement.id}>
                  <One agreement={agreement} sort={sort} space={space} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

interface OneProps {
  readonly agreement: LastingAgreement;
  readonly sort: Sort;
  readonly space: OwnSpace;
}

/** The first of its words says what it is; what belongs to it stands below, each answer on a line. */
async function One({ agreement, sort, space }: OneProps) {
  const t = await getTranslations("home.lasting");
  const { words, of, createdAt } = agreement;
  if (!words) return <p className={styles.none}>{t("unreadable")}</p>;
  const isBoth = sort === "plan" || sort === "milestone" || words.whose === "both";
  const whose = isBoth ? "both" : of === space.seat ? "mine" : "other";
  const name = (of === space.seat ? space.name : space.other) ?? "";
  const on = words.on ?? words.month;
  return (
    <>
      {typeof on === "string" && <CalendarDate date={on} />}
      {IN_WORDS[sort].map((field, index) => {
        const text = words[field];
        if (typeof text !== "string" || text === "") return null;
        return index === 0 ? <b key={field}>{text}</b> : <p key={field}>{text}</p>;
      })}
      <small>{t.rich("since", { whose, name, day: () => <Day at={createdAt} /> })}</small>
    </>
  );
}

/** The answers that are shown of each sort; a boundary’s reasons are read where it was made. */
const IN_WORDS: Readonly<Record<Sort, readonly string[]>> = {
  commitment: ["what", "when"],
  boundary: ["behaviour", "then", "except"],
  plan: ["what", "who"],
  milestone: ["what"],
};

/** A date on the calendar is the same everywhere: it is read and shown in UTC, so that no zone moves it by a day. */
async function CalendarDate({ date }: { readonly date: string }) {
  const format = await getFormatter();
  const isDay = date.length > "2027-03".length;
  return (
    <time dateTime={date}>
      {format.dateTime(new Date(date), {
        timeZone: "UTC",
        month: isDay ? "short" : "long",
        ...(isDay ? { weekday: "short", day: "numeric" } : { year: "numeric" }),
      })}
    </time>
  );
}
