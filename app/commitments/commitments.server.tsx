import { getLocale, getTranslations } from "next-intl/server";
import { lastsAs } from "#conversation/agreements";
import { agreementFieldsIn } from "#conversation/guides/in-language";
import type { LastingOne, LastingView } from "#server/lasting/lasting-view";
import { coupleOf } from "../lasting/couple.server";
import { waitingIn } from "../lasting/waiting-in.server";
import { WaitingProposals } from "../lasting/waiting-proposals";
import { Texts } from "../server/texts";
import { buttonClass } from "../ui/button";
import { Commitment } from "./commitment.server";
import styles from "./commitments.module.css";
import { SPOKEN } from "./spoken";

/** What two people have promised each other, how it goes with it, and what waits for an answer. */
export async function Commitments({ view }: { readonly view: LastingView }) {
  const t = await getTranslations("commitments");
  const couple = await coupleOf(view.space);
  const questions = agreementFieldsIn(await getLocale());
  const promises = view.agreements.filter(({ sort }) => lastsAs(sort) === "commitment");
  const holding = promises.filter(({ endedAt }) => endedAt === null);
  const offers = waitingIn(view).filter(
    ({ about, sort }) => about === null && lastsAs(sort) === "commitment",
  );
  const isEmpty = holding.length === 0 && offers.length === 0;
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <header>
          <h1>{t("title")}</h1>
          {couple.hasLeft ? <p>{t("left", { other: couple.other })}</p> : null}
          {isEmpty && !couple.hasLeft ? <p>{t("empty")}</p> : null}
        </header>
        <Texts of={SPOKEN}>
          <WaitingProposals couple={couple} waiting={offers} questions={questions} holds={{}} />
        </Texts>
      </div>
      {holding.map((one) => (
        <Commitment key={one.id} view={view} couple={couple} questions={questions} promise={one} />
      ))}
      {couple.hasLeft ? null : (
        <a
          className={`${buttonClass(isEmpty ? "primary" : "quiet")} ${styles.go}`}
          href={`/agreements/${couple.spaceId}/new?sort=commitment`}
        >
          {t("offer")}
        </a>
      )}
      <Ended spaceId={couple.spaceId} promises={promises.filter(({ endedAt }) => endedAt !== null)} />
    </div>
  );
}

interface EndedProps {
  readonly spaceId: string;
  readonly promises: readonly LastingOne[];
}

async function Ended({ spaceId, promises }: EndedProps) {
  const t = await getTranslations("commitments");
  const lasting = await getTranslations("lasting");
  if (promises.length === 0) return null;
  return (
    <details className={styles.ended}>
      <summary>{t("ended")}</summary>
      <ul>
        {promises.map(({ id, wordings }) => (
          <li key={id}>
            <a href={`/agreements/${spaceId}/${id}`}>
              {String(wordings.at(-1)?.words?.what ?? lasting("unreadable"))}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
