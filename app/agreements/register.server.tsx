import { getLocale, getTranslations } from "next-intl/server";
import type { AgreementFields } from "#conversation/guide";
import { agreementFieldsIn } from "#conversation/guides/in-language";
import type { LastingOne, LastingView } from "#server/lasting/lasting-view";
import { Day } from "../day.server";
import type { Couple } from "../lasting/couple";
import { coupleOf } from "../lasting/couple.server";
import { useTitles } from "../lasting/use-titles";
import type { Waiting } from "../lasting/waiting";
import { waitingIn, wordingsThatHold } from "../lasting/waiting-in.server";
import { WaitingProposals } from "../lasting/waiting-proposals";
import { Texts } from "../server/texts";
import { buttonClass } from "../ui/button";
import styles from "./agreements.module.css";
import { isDueFor } from "./due.server";
import { PaperLinks } from "./paper-links";
import { LASTING_SORTS, type LastingSort, lastingSort, pageOf } from "./sorts";

/** All that holds between two people, what waits for an answer, and what has ended. */
export async function Register({ view }: { readonly view: LastingView }) {
  const t = await getTranslations("agreements");
  const couple = await coupleOf(view.space);
  const questions = agreementFieldsIn(await getLocale());
  const waiting = waitingIn(view);
  const holding = view.agreements.filter(({ endedAt }) => endedAt === null);
  const ended = view.agreements.filter(({ endedAt }) => endedAt !== null);
  const offers = waiting.filter(({ about }) => about === null);
  const isEmpty = holding.length === 0 && waiting.length === 0;
  const shared = { view, couple, questions, waiting };
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <header>
          <h1>{t("title")}</h1>
          {couple.hasLeft ? <p>{t("left", { other: couple.other })}</p> : null}
          {!couple.isThere && <p>{t("nobodyYet")}</p>}
          {isEmpty && !couple.hasLeft ? <p>{t("empty")}</p> : null}
        </header>
        <Texts of={["lasting", "fields", "wording", "refusal", "fault"]}>
          <WaitingProposals
            couple={couple}
            waiting={offers}
            questions={questions}
            holds={wordingsThatHold(view)}
          />
        </Texts>
      </div>
      {LASTING_SORTS.map((sort) => (
        <Group
          key={sort}
          {...shared}
          sort={sort}
          all={holding.filter((one) => lastingSort(one.sort) === sort)}
        />
      ))}
      {couple.hasLeft ? null : <Offer couple={couple} isEmpty={isEmpty} />}
      {ended.length > 0 && (
        <details className={styles.ended}>
          <summary>{t("ended")}</summary>
          <ul className={styles.lines}>
            {ended.map((one) => (
              <Line key={one.id} {...shared} one={one} />
            ))}
          </ul>
        </details>
      )}
      {view.agreements.length > 0 && <PaperLinks spaceId={couple.spaceId} />}
    </div>
  );
}

interface SharedProps {
  readonly view: LastingView;
  readonly couple: Couple;
  readonly questions: AgreementFields;
  readonly waiting: readonly Waiting[];
}

interface GroupProps extends SharedProps {
  readonly sort: LastingSort;
  readonly all: readonly LastingOne[];
}

async function Group({ sort, all, ...shared }: GroupProps) {
  const t = await getTranslations("agreements");
  if (all.length === 0) return null;
  return (
    <section className={styles.group} aria-labelledby={`group-${sort}`}>
      <div className={styles.groupHead}>
        <h2 id={`group-${sort}`}>{t(`group.${sort}`)}</h2>
        {sort !== "boundary" && <a href={pageOf(sort, shared.couple.spaceId)}>{t(`lived.${sort}`)}</a>}
      </div>
      <ul className={styles.lines}>
        {all.map((one) => (
          <Line key={one.id} {...shared} one={one} />
        ))}
      </ul>
    </section>
  );
}

interface LineProps extends SharedProps {
  readonly one: LastingOne;
}

/** What it is about, in its own words; whose it is and since when; and whether something is to be done. */
function Line({ view, couple, questions, waiting, one }: LineProps) {
  const words = one.wordings.at(-1)?.words ?? null;
  const [first] = questions[one.sort];
  const what = words && first ? words[first.id] : undefined;
  return (
    <li>
      <a href={`/agreements/${couple.spaceId}/${one.id}`}>
        <Said what={typeof what === "string" ? what : null} />
        <small>
          <SinceOrUntil title={useTitles(couple).ofAgreement(one, words)} one={one} />
        </small>
        <ToDo couple={couple} isDue={isDueFor(view, one)} waiting={waiting.find((it) => isAbout(it, one))} />
      </a>
    </li>
  );
}

async function Said({ what }: { readonly what: string | null }) {
  const t = await getTranslations("lasting");
  return what === null ? <span>{t("unreadable")}</span> : <b>{what}</b>;
}

async function SinceOrUntil({ title, one }: { readonly title: string; readonly one: LastingOne }) {
  const t = await getTranslations("agreements");
  const { createdAt, endedAt } = one;
  return endedAt
    ? t.rich("lineEnded", { title, day: () => <Day at={endedAt} /> })
    : t.rich("lineSince", { title, day: () => <Day at={createdAt} /> });
}

interface ToDoProps {
  readonly couple: Couple;
  readonly isDue: boolean;
  readonly waiting: Waiting | undefined;
}

async function ToDo({ couple, isDue, waiting }: ToDoProps) {
  const t = await getTranslations("agreements");
  if (couple.hasLeft) return null;
  if (waiting)
    return (
      <em>{waiting.by === couple.seat ? t("youSuggested") : t("suggested", { other: couple.other })}</em>
    );
  return isDue ? <em>{t("due")}</em> : null;
}

function isAbout({ about }: Waiting, { id }: LastingOne): boolean {
  return about?.agreement === id;
}

async function Offer({ couple, isEmpty }: { readonly couple: Couple; readonly isEmpty: boolean }) {
  const t = await getTranslations("agreements.new");
  const address = (sort: LastingSort) => `/agreements/${couple.spaceId}/new?sort=${sort}`;
  return (
    <section className={styles.offer} aria-label={t("label")}>
      <a className={buttonClass(isEmpty ? "primary" : "quiet")} href={address("boundary")}>
        {t("title.boundary")}
      </a>
      <ul>
        {(["commitment", "plan", "milestone"] as const).map((sort) => (
          <li key={sort}>
            <a href={address(sort)}>{t(`title.${sort}`)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
