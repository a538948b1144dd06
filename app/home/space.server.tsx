import { getTranslations } from "next-intl/server";
import type { Asking } from "#db/sign-ins";
import { evenground } from "#server/evenground";
import type { LastingView } from "#server/lasting/lasting-view";
import type { SpaceOverview } from "#server/space-overview";
import { plansInTime } from "../plans/in-time.server";
import { buttonClass } from "../ui/button";
import { Appreciations } from "./appreciations.server";
import { Areas } from "./areas.server";
import { BringAlong } from "./bring-along.server";
import { Called } from "./called.server";
import { Conversations } from "./conversations.server";
import { Couple } from "./couple.server";
import { Due } from "./due.server";
import { Lasting } from "./lasting.server";
import { OtherPlace } from "./other-place.server";
import { OtherSpaces } from "./other-spaces.server";
import styles from "./space.module.css";
import { StayKnown } from "./stay-known.server";
import { TherapistAsks } from "./therapist-asks.server";
import { WhatWaits } from "./waits.server";
import { whatIsDue } from "./what-is-due.server";

interface SpaceProps {
  readonly asking: Asking;
  readonly overview: SpaceOverview;
  readonly view: LastingView;
}

/** The page of a space: what waits, where two people stand, what was talked about and what lasts. */
export async function Space({ asking, overview, view }: SpaceProps) {
  const t = await getTranslations("home");
  const { space } = overview;
  const { timeZone } = asking.preferences;
  const told = { seat: space.seat, register: view.place.register, timeZone };
  const due = whatIsDue(overview.lasting, told, evenground().now()).filter(
    (line) => line.kind !== "planPast" || isToBeWritten(view, line.id),
  );
  return (
    <div className={styles.space}>
      <header className={styles.head}>
        <Couple space={space} />
        <OtherSpaces asking={asking} current={space.id} />
      </header>
      <div className={styles.main}>
        <BringAlong asking={asking} />
        {asking.name === "" && <Called />}
        <OtherPlace asking={asking} space={space} />
        {!space.otherLeft && (
          <>
            <WhatWaits overview={overview} view={view} hasMore={due.length + overview.ending.length > 0} />
            <Due due={due} overview={overview} />
            <TherapistAsks space={space} />
            <a className={`${buttonClass("quiet")} ${styles.start}`} href={`/new?space=${space.id}`}>
              {t("start")}
            </a>
            <Areas overview={overview} view={view} />
          </>
        )}
        <Appreciations view={view} />
        <Conversations overview={overview} />
        <StayKnown asking={asking} />
      </div>
      <aside className={styles.lasting} aria-labelledby="lasting">
        <Lasting view={view} />
      </aside>
    </div>
  );
}

/** Whether one is still asked how a plan was: a while, and until one has written it. */
function isToBeWritten(view: LastingView, planId: string): boolean {
  return plansInTime(view).lookBack.some(({ id, outlook }) => id === planId && !outlook.mine);
}
