import { getTranslations } from "next-intl/server";
import type { Crossing } from "#conversation/keeping/register";
import { otherPartner, PARTNERS, type Partner } from "#conversation/seats";
import type { LastingForTherapist } from "#server/therapy/lasting-for-therapist";
import { Day } from "../../day.server";
import { Answers } from "../../fields/answers";
import { DayMark } from "../../lasting/day-mark.server";
import styles from "../practice.module.css";

interface WhatBecameProps {
  readonly nameOf: (seat: Partner) => string;
  readonly lasting: LastingForTherapist;
  readonly agreementId: string;
}

/** Crossings and what was said to them, misses that were made good, and how it was. Nobody decides who is right. */
export async function WhatBecame({ nameOf, lasting, agreementId }: WhatBecameProps) {
  const t = await getTranslations("practice.one");
  const { crossings, reports, reached, outlooks } = lasting.place.register;
  const crossed = crossings.filter(({ agreement }) => agreement === agreementId);
  const good = reports.flatMap((report) =>
    report.agreement === agreementId && report.good !== null ? [{ ...report, good: report.good }] : [],
  );
  const said = outlooks[agreementId] ?? {};
  const isReached = PARTNERS.every((seat) => reached[agreementId]?.[seat] !== undefined);
  return (
    <>
      {isReached && <p className={styles.small}>{t("reached")}</p>}
      {crossed.map((one) => (
        <Crossed key={one.seq} crossing={one} nameOf={nameOf} lasting={lasting} />
      ))}
      {good.map(({ seq, by, day, good: number }) => (
        <div key={seq} className={styles.within}>
          <p className={styles.small}>
            {t.rich("good", { name: nameOf(by), day: () => <DayMark date={day} view={lasting} /> })}
          </p>
          <Written lasting={lasting} seq={number} />
        </div>
      ))}
      {PARTNERS.map((seat) => {
        const seq = said[seat];
        const words = seq === undefined ? undefined : lasting.keepings.get(seq)?.words;
        return words ? (
          <div key={seat} className={styles.within}>
            <p className={styles.small}>{t("outlook", { name: nameOf(seat) })}</p>
            <p>{String(words.text)}</p>
          </div>
        ) : null;
      })}
    </>
  );
}

interface CrossedProps extends Omit<WhatBecameProps, "agreementId"> {
  readonly crossing: Crossing;
}

async function Crossed({ crossing, nameOf, lasting }: CrossedProps) {
  const t = await getTranslations("practice.one");
  const written = lasting.keepings.get(crossing.seq);
  const answer = crossing.sight && lasting.keepings.get(crossing.sight.seq);
  return (
    <div className={styles.within}>
      <p className={styles.small}>
        {t.rich("crossed", {
          name: nameOf(crossing.by),
          day: () => (written ? <Day at={written.at} /> : null),
        })}
      </p>
      <Written lasting={lasting} seq={crossing.seq} />
      {crossing.sight && (
        <p className={styles.small}>
          {t(`sight.${crossing.sight.sight}`, { name: nameOf(otherPartner(crossing.by)) })}
        </p>
      )}
      {answer?.words?.text ? <p>{String(answer.words.text)}</p> : null}
    </div>
  );
}

interface WrittenProps {
  readonly lasting: LastingForTherapist;
  readonly seq: number;
}

async function Written({ lasting, seq }: WrittenProps) {
  const t = await getTranslations("practice.one");
  const words = lasting.keepings.get(seq)?.words;
  if (!words) return <p className={styles.soft}>{t("unreadable")}</p>;
  const fields = (["happened", "next", "now"] as const).map((id) => ({
    id,
    kind: "text" as const,
    label: t(id),
  }));
  return <Answers fields={fields} words={words} />;
}
