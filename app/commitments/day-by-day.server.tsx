import { getTranslations } from "next-intl/server";
import { type Agreed, promisedBy } from "#conversation/keeping/agreed";
import type { Report } from "#conversation/keeping/register";
import type { Partner } from "#conversation/seats";
import type { LastingView } from "#server/lasting/lasting-view";
import { Answers } from "../fields/answers";
import { useWeekdayWords } from "../fields/use-weekday-words";
import type { Couple } from "../lasting/couple";

import type { Stone } from "../lasting/stones";
import { Texts } from "../server/texts";
import styles from "./commitments.module.css";
import { useGoodFields } from "./good-fields";
import { MakeGood } from "./make-good";
import { QuietSight } from "./quiet-sight";
import { ReportDay } from "./report-day";
import { SPOKEN } from "./spoken";
import { TellAgain } from "./tell-again";

interface DayByDayProps {
  readonly view: LastingView;
  readonly couple: Couple;
  readonly agreed: Agreed;
  readonly stones: readonly Stone[];
  readonly isMine: boolean;
}

/** As many days as anybody goes back to. */
const MOST_DAYS = 14;

/** The latest days of a promise, each with what was told of it, and what the other says to that. */
export async function DayByDay({ view, couple, agreed, stones, isMine }: DayByDayProps) {
  const t = await getTranslations("commitments");
  const days = stones
    .slice(-MOST_DAYS)
    .filter(({ look }) => look !== "resting")
    .toReversed();
  const isTold = view.place.register.reports.some(({ agreement }) => agreement === agreed.id);
  if (!isTold && days.length < 2) return null;
  return (
    <details className={styles.days}>
      <summary>{t("dayByDay")}</summary>
      <ol>
        {days.map(({ day }) => (
          <li key={day}>
            <h3>
              <Weekday day={day} />
            </h3>
            {promisedBy(agreed).map((by) => (
              <Told key={by} view={view} couple={couple} agreed={agreed} day={day} by={by} />
            ))}
            {isMine && <MyDay view={view} couple={couple} agreed={agreed} day={day} />}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Weekday({ day }: { readonly day: string }) {
  return useWeekdayWords()(day);
}

interface DayProps extends Omit<DayByDayProps, "stones" | "isMine"> {
  readonly day: string;
}

function reportOf({ view, agreed, day }: DayProps, by: Partner): Report | undefined {
  const { reports } = view.place.register;
  return reports.find((one) => one.agreement === agreed.id && one.day === day && one.by === by);
}

/** What one of them told of a day, how it was made good, and what the other says to it. */
async function Told({ by, ...props }: DayProps & { readonly by: Partner }) {
  const t = await getTranslations("commitments.told");
  const { view, couple } = props;
  const report = reportOf(props, by);
  const isMine = by === couple.seat;
  const who = { who: isMine ? "me" : "other", name: couple.other };
  if (!report) return isMine ? null : <p className={styles.soft}>{t("nothing", who)}</p>;
  const { seq, kept, good, sight } = report;
  const seen = sight && view.keepings.get(sight.seq);
  return (
    <div className={styles.told} data-seat={by}>
      <p>{t(kept ? "kept" : "missed", who)}</p>
      {good !== null && (
        <>
          <p>{t("good", who)}</p>
          <Good view={view} seq={good} />
        </>
      )}
      <Texts of={SPOKEN}>
        <QuietSight
          couple={couple}
          answers={seq}
          isMine={isMine}
          sight={sight?.sight ?? null}
          words={seen?.words ?? null}
          isUnreadable={seen?.unreadable === true}
        />
      </Texts>
    </div>
  );
}

function Good({ view, seq }: { readonly view: LastingView; readonly seq: number }) {
  const fields = useGoodFields();
  const words = view.keepings.get(seq)?.words;
  return words ? <Answers fields={fields} words={words} /> : <Unreadable />;
}

async function Unreadable() {
  const t = await getTranslations("lasting");
  return <p className={styles.soft}>{t("unreadable")}</p>;
}

/** What whoever promised it can still do about a day: tell it, tell it anew, make a miss good. */
function MyDay(props: DayProps) {
  const { couple, agreed, day } = props;
  const report = reportOf(props, couple.seat);
  if (couple.hasLeft) return null;
  const shared = { spaceId: couple.spaceId, agreement: agreed.id, version: agreed.version, day };
  return (
    <Texts of={SPOKEN}>
      {report ? (
        <div className={styles.row}>
          {!report.kept && <MakeGood couple={couple} report={report.seq} isGood={report.good !== null} />}
          <TellAgain {...shared} kept={report.kept} />
        </div>
      ) : (
        <ReportDay {...shared} />
      )}
    </Texts>
  );
}
