import { getTranslations } from "next-intl/server";
import type { AgreementFields } from "#conversation/guide";
import { type Agreed, promisedBy } from "#conversation/keeping/agreed";
import type { Words } from "#conversation/moves";
import type { LastingOne, LastingView } from "#server/lasting/lasting-view";
import { useRepeatWords } from "../fields/use-repeat-words";
import type { Couple } from "../lasting/couple";
import { StoneRow } from "../lasting/stone-row";
import { stonesOf } from "../lasting/stones";
import { useTitles } from "../lasting/use-titles";
import { waitingIn } from "../lasting/waiting-in.server";
import { WaitingProposals } from "../lasting/waiting-proposals";
import { Texts } from "../server/texts";
import styles from "./commitments.module.css";
import { DayByDay } from "./day-by-day.server";
import { PauseForm } from "./pause-form";
import { ReportDay } from "./report-day";
import { SPOKEN } from "./spoken";

interface CommitmentProps {
  readonly view: LastingView;
  readonly couple: Couple;
  readonly questions: AgreementFields;
  readonly promise: LastingOne;
}

/** A season, of something promised for every day: what fits on a phone in a few rows. */
const MOST_STONES = 60;
/** Nobody is asked for days long past: they are told where one looks at each day. */
const ASKED_DAYS = 2;

/** One promise: its words, its days as stones, what is to be told of it, and what waits. */
export async function Commitment({ view, couple, questions, promise }: CommitmentProps) {
  const t = await getTranslations("commitments");
  const agreed = view.place.agreements.get(promise.id);
  const words = promise.wordings.at(-1)?.words ?? null;
  const waiting = waitingIn(view).filter(({ about }) => about?.agreement === promise.id);
  const stones = agreed && words ? stonesOf(agreed, view.place.register, view, MOST_STONES) : [];
  const isMine = agreed !== undefined && promisedBy(agreed).includes(couple.seat);
  const openDay =
    isMine &&
    !couple.hasLeft &&
    stones.slice(-ASKED_DAYS).findLast(({ day }) => isUntold(view, couple, promise, day));
  return (
    <article className={styles.promise} aria-labelledby={`promise-${promise.id}`}>
      <header>
        <h2 id={`promise-${promise.id}`}>
          <What words={words} />
        </h2>
        {words && agreed ? <About couple={couple} promise={promise} agreed={agreed} words={words} /> : null}
      </header>
      {stones.length > 0 && agreed ? (
        <StoneRow stones={stones} whose={agreed.terms?.isBoth ? "both" : promise.of} label={t("days")} />
      ) : null}
      <div className={styles.doing} data-seat={couple.seat}>
        <Texts of={SPOKEN}>
          <WaitingProposals
            couple={couple}
            waiting={waiting}
            questions={questions}
            holds={{ [promise.id]: agreed?.version ?? 0 }}
          />
          {openDay && agreed ? (
            <ReportDay
              spaceId={couple.spaceId}
              agreement={promise.id}
              version={agreed.version}
              day={openDay.day}
            />
          ) : null}
        </Texts>
        {words && agreed ? (
          <DayByDay view={view} couple={couple} agreed={agreed} stones={stones} isMine={isMine} />
        ) : null}
        {couple.hasLeft || !agreed ? null : (
          <div className={styles.row}>
            {words && waiting.length === 0 ? (
              <Texts of={SPOKEN}>
                <PauseForm couple={couple} agreement={promise.id} version={agreed.version} />
              </Texts>
            ) : null}
            <a href={`/agreements/${couple.spaceId}/${promise.id}`}>{t("whole")}</a>
          </div>
        )}
      </div>
    </article>
  );
}

async function What({ words }: { readonly words: Words | null }) {
  const t = await getTranslations("lasting");
  return String(words?.what ?? t("unreadable"));
}

interface AboutProps {
  readonly couple: Couple;
  readonly promise: LastingOne;
  readonly agreed: Agreed;
  readonly words: Words;
}

/** Whose it is, how often, and how the other will know. */
function About({ couple, promise, agreed, words }: AboutProps) {
  const titles = useTitles(couple);
  const howOften = useRepeatWords();
  const repeat = agreed.terms?.repeat;
  return (
    <p>
      {titles.ofAgreement(promise, words)}
      {". "}
      {repeat ? howOften(repeat) : String(words.when ?? "")}
    </p>
  );
}

/** Whether whoever reads has still to say how it went on that day. */
function isUntold({ place }: LastingView, { seat }: Couple, { id }: LastingOne, day: string): boolean {
  const { reports, pauses } = place.register;
  const isTold = reports.some((one) => one.agreement === id && one.by === seat && one.day === day);
  const rests = pauses.some((one) => one.agreement === id && one.from <= day && day <= one.until);
  return !isTold && !rests;
}
