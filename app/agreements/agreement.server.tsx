import { getLocale, getTranslations } from "next-intl/server";
import type { Field } from "#conversation/guide";
import { agreementFieldsIn } from "#conversation/guides/in-language";
import type { LastingOne, LastingView } from "#server/lasting/lasting-view";
import { Answers } from "../fields/answers";
import type { Couple } from "../lasting/couple";
import { coupleOf } from "../lasting/couple.server";
import { useTitles } from "../lasting/use-titles";
import { waitingIn, wordingsThatHold } from "../lasting/waiting-in.server";
import { WaitingProposals } from "../lasting/waiting-proposals";
import { Texts } from "../server/texts";
import { AgreementActions } from "./agreement-actions";
import styles from "./agreements.module.css";
import { Crossings } from "./crossings.server";
import { isDueFor } from "./due.server";
import { Facts } from "./facts.server";
import { History } from "./history.server";
import { PaperLinks } from "./paper-links";
import { lastingSort, pageOf } from "./sorts";

interface AgreementProps {
  readonly view: LastingView;
  readonly agreement: LastingOne;
}

/** One agreement: its words, what has become of it, and what can be done with it. */
export async function Agreement({ view, agreement }: AgreementProps) {
  const t = await getTranslations("agreements");
  const couple = await coupleOf(view.space);
  const questions = agreementFieldsIn(await getLocale());
  const fields = questions[agreement.sort];
  const words = agreement.wordings.at(-1)?.words ?? null;
  const version = view.place.agreements.get(agreement.id)?.version ?? 0;
  const hasEnded = agreement.endedAt !== null;
  const waiting = waitingIn(view).filter(({ about }) => about?.agreement === agreement.id);
  const sort = lastingSort(agreement.sort);
  return (
    <div className={styles.page}>
      <header>
        <a className={styles.back} href={`/agreements/${couple.spaceId}`}>
          {t("back")}
        </a>
        <h1>
          <Title couple={couple} agreement={agreement} />
        </h1>
        {couple.hasLeft ? <p>{t("left", { other: couple.other })}</p> : null}
      </header>
      <Words fields={fields} words={words} />
      <Facts couple={couple} agreement={agreement} />
      {sort !== "boundary" && !hasEnded && (
        <p>
          <a href={pageOf(sort, couple.spaceId)}>{t(`lived.${sort}`)}</a>
        </p>
      )}
      <div className={styles.doing} data-seat={couple.seat}>
        <Texts of={["agreements", "lasting", "fields", "wording", "refusal", "fault"]}>
          <WaitingProposals
            couple={couple}
            waiting={waiting}
            questions={questions}
            holds={wordingsThatHold(view)}
            areOnItsPage
          />
          <AgreementActions
            couple={couple}
            agreement={{ id: agreement.id, sort: agreement.sort, version, hasEnded, words }}
            fields={fields}
            waiting={waiting[0]?.seq ?? null}
            isDue={isDueFor(view, agreement)}
          />
        </Texts>
      </div>
      <Crossings view={view} couple={couple} agreement={agreement} />
      <History couple={couple} fields={fields} wordings={agreement.wordings} />
      <PaperLinks spaceId={couple.spaceId} only={agreement.id} />
    </div>
  );
}

function Title({ couple, agreement }: { readonly couple: Couple; readonly agreement: LastingOne }) {
  return useTitles(couple).ofAgreement(agreement, agreement.wordings.at(-1)?.words ?? null);
}

interface WordsProps {
  readonly fields: readonly Field[];
  readonly words: LastingOne["wordings"][number]["words"];
}

async function Words({ fields, words }: WordsProps) {
  const t = await getTranslations("lasting");
  return (
    <div className={styles.words}>
      {words ? <Answers fields={fields} words={words} /> : <p className={styles.soft}>{t("unreadable")}</p>}
    </div>
  );
}
