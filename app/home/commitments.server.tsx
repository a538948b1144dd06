import { getTranslations } from "next-intl/server";
import { lastsAs } from "#conversation/agreements";
import type { LastingOne, LastingView } from "#server/lasting/lasting-view";
import { Day } from "../day.server";
import { StoneRow } from "../lasting/stone-row";
import { stonesOf } from "../lasting/stones";
import styles from "./lasting.module.css";

/** As many stones as stand in one row on a phone. */
const MOST_STONES = 10;

/** What two people have promised each other and what holds, each with its latest days. Nothing where there is none. */
export async function CommitmentLines({ view }: { readonly view: LastingView }) {
  const t = await getTranslations("home.lasting");
  const promises = view.agreements.filter(
    ({ sort, endedAt }) => lastsAs(sort) === "commitment" && endedAt === null,
  );
  if (promises.length === 0) return null;
  return (
    <section className={styles.group} aria-labelledby="lasting-commitment">
      <h3 id="lasting-commitment">
        <a href={`/commitments/${view.space.id}`}>{t("commitment")}</a>
      </h3>
      <ul>
        {promises.map((promise) => (
          <li key={promise.id}>
            <One view={view} promise={promise} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OneProps {
  readonly view: LastingView;
  readonly promise: LastingOne;
}

async function One({ view, promise }: OneProps) {
  const t = await getTranslations("home.lasting");
  const commitments = await getTranslations("commitments");
  const { place, space } = view;
  const agreed = place.agreements.get(promise.id);
  const what = promise.wordings.at(-1)?.words?.what;
  if (!agreed || typeof what !== "string") return <p className={styles.none}>{t("unreadable")}</p>;
  const isBoth = agreed.terms?.isBoth === true;
  const isMine = promise.of === space.seat;
  return (
    <>
      <b>{what}</b>
      <small>
        {t.rich("since", {
          whose: isBoth ? "both" : isMine ? "mine" : "other",
          name: (isMine ? space.name : space.other) ?? "",
          day: () => <Day at={promise.createdAt} />,
        })}
      </small>
      <StoneRow
        stones={stonesOf(agreed, place.register, view, MOST_STONES)}
        whose={isBoth ? "both" : promise.of}
        label={commitments("days")}
      />
    </>
  );
}
