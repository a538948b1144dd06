import { getTranslations } from "next-intl/server";
import { lastsAs } from "#conversation/agreements";
import type { LastingOne, LastingView } from "#server/lasting/lasting-view";
import { Day } from "../day.server";
import { DayMark } from "../lasting/day-mark.server";
import { milestonesIn, plansInTime } from "../plans/in-time.server";
import { CommitmentLines } from "./commitments.server";
import styles from "./lasting.module.css";

/** What both have agreed to and what holds, in the words they agreed to. */
export async function Lasting({ view }: { readonly view: LastingView }) {
  const t = await getTranslations("home.lasting");
  if (view.agreements.every(({ endedAt }) => endedAt !== null))
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
      <CommitmentLines view={view} />
      <Dated view={view} sort="plan" />
      <Dated view={view} sort="milestone" />
      <Boundaries view={view} />
    </>
  );
}

/** As many as one looks forward to at once; the others stand on their page. */
const MOST = 3;

interface DatedProps {
  readonly view: LastingView;
  readonly sort: "plan" | "milestone";
}

/** The next plans behind their days, or small steps behind their months. Nothing where none is ahead. */
async function Dated({ view, sort }: DatedProps) {
  const t = await getTranslations("home.lasting");
  const lines =
    sort === "plan"
      ? plansInTime(view).coming.map(({ id, on, words }) => ({ id, date: on, words }))
      : milestonesIn(view).ahead.map(({ id, month, words }) => ({ id, date: month, words }));
  if (lines.length === 0) return null;
  return (
    <section className={styles.group} aria-labelledby={`lasting-${sort}`}>
      <h3 id={`lasting-${sort}`}>
        <a href={`/plans/${view.space.id}`}>{t(sort)}</a>
      </h3>
      <ul>
        {lines.slice(0, MOST).map(({ id, date, words }) => (
          <li key={id} className={styles.dated}>
            <div className={styles.mark}>{date !== null && <DayMark date={date} view={view} />}</div>
            <div>
              {words ? <span>{words.what}</span> : <p>{t("unreadable")}</p>}
              {sort === "plan" && words?.who ? <small>{words.who}</small> : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What must not happen, and what follows if it does; a boundary’s reasons are read where it stands. */
async function Boundaries({ view }: { readonly view: LastingView }) {
  const t = await getTranslations("home.lasting");
  const all = view.agreements.filter(({ sort, endedAt }) => lastsAs(sort) === "boundary" && endedAt === null);
  if (all.length === 0) return null;
  return (
    <section className={styles.group} aria-labelledby="lasting-boundary">
      <h3 id="lasting-boundary">
        <a href={`/agreements/${view.space.id}`}>{t("boundary")}</a>
      </h3>
      <ul>
        {all.map((boundary) => (
          <li key={boundary.id}>
            <Boundary view={view} boundary={boundary} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface BoundaryProps {
  readonly view: LastingView;
  readonly boundary: LastingOne;
}

async function Boundary({ view: { space }, boundary: { of, createdAt, wordings } }: BoundaryProps) {
  const t = await getTranslations("home.lasting");
  const words = wordings.at(-1)?.words;
  if (!words) return <p className={styles.none}>{t("unreadable")}</p>;
  const isMine = of === space.seat;
  const whose = words.whose === "both" ? "both" : isMine ? "mine" : "other";
  const name = (isMine ? space.name : space.other) ?? "";
  return (
    <>
      <b>{words.behaviour}</b>
      <p>{words.then}</p>
      <small>{t.rich("since", { whose, name, day: () => <Day at={createdAt} /> })}</small>
    </>
  );
}
