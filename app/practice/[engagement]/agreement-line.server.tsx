import { getLocale, getTranslations } from "next-intl/server";
import { lastsAs } from "#conversation/agreements";
import { agreementFieldsIn } from "#conversation/guides/in-language";
import type { LastingOne } from "#server/lasting/lasting-view";
import type { LastingForTherapist } from "#server/therapy/lasting-for-therapist";
import type { OneEngagement } from "#server/therapy/one-engagement";
import { isDueFor } from "../../agreements/due.server";
import { Day } from "../../day.server";
import { Answers } from "../../fields/answers";
import { StoneRow } from "../../lasting/stone-row";
import { stonesOf } from "../../lasting/stones";
import { nameIn } from "../names.server";
import styles from "../practice.module.css";
import { WhatBecame } from "./what-became.server";

interface AgreementLineProps {
  readonly couple: OneEngagement;
  readonly lasting: LastingForTherapist;
  readonly agreement: LastingOne;
}

/** A season, of something promised for every day. */
const MOST_STONES = 60;

/** One agreement: its words, whose it is, its days, and what has become of it. Nothing to be done about it from here. */
export async function AgreementLine({ couple, lasting, agreement }: AgreementLineProps) {
  const t = await getTranslations("practice.one");
  const nameOf = await nameIn(couple);
  const { sort, of, createdAt, endedAt, wordings } = agreement;
  const fields = agreementFieldsIn(await getLocale())[sort];
  const agreed = lasting.place.agreements.get(agreement.id);
  const words = wordings.at(-1)?.words ?? null;
  const first = fields[0] && words?.[fields[0].id];
  const isBoth = agreed?.terms?.isBoth === true || sort === "plan" || sort === "milestone";
  const isPromise = lastsAs(sort) === "commitment";
  return (
    <li>
      <p className={styles.said}>{typeof first === "string" ? first : t("unreadable")}</p>
      <p className={styles.small}>
        {t.rich("whose", {
          whose: isBoth ? "both" : "one",
          name: nameOf(of),
          day: () => <Day at={createdAt} />,
        })}
      </p>
      {endedAt && <p className={styles.small}>{t.rich("endedOn", { day: () => <Day at={endedAt} /> })}</p>}
      {isDueFor(lasting, agreement) && <p className={styles.small}>{t("due")}</p>}
      {wordings.length > 1 && <p className={styles.small}>{t("changed", { count: wordings.length - 1 })}</p>}
      {isPromise && agreed && words ? (
        <StoneRow
          stones={stonesOf(agreed, lasting.place.register, lasting, MOST_STONES)}
          whose={isBoth ? "both" : of}
          label={t("days")}
        />
      ) : null}
      <WhatBecame nameOf={nameOf} lasting={lasting} agreementId={agreement.id} />
      {words && (
        <details className={styles.whole}>
          <summary>{t("whole")}</summary>
          <Answers fields={fields} words={words} />
        </details>
      )}
    </li>
  );
}
