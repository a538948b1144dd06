import { useTranslations } from "next-intl";
import { floorOf, statusOf } from "#conversation/state";
import { LeaveQuickly } from "../../ui/leave-quickly";
import { Ask } from "./ask";
import { useBanner } from "./banner";
import { ConnectionNote } from "./connection-note";
import { Ground } from "./ground";
import { InvitePanel } from "./invite-panel";
import styles from "./room.module.css";
import { situationOf } from "./situation";
import { SmallThings } from "./small-things";
import { Steps } from "./steps";
import { useAskInSight } from "./use-ask-in-sight";
import { useConversation } from "./use-conversation";
import { Words } from "./words";

/** The whole page. It takes the colour of who has the floor. */
export function Room({ leaveTo }: { readonly leaveTo: string }) {
  const t = useTranslations();
  const { state, seat, guide, topic, connection, entries } = useConversation();
  const situation = situationOf(state, seat);
  const banner = useBanner(situation);
  const ask = useAskInSight(situation, entries.length > 0);
  const floor = floorOf(state);
  const isRunning = statusOf(state) === "running";
  const isResting = situation.kind === "time-out";
  return (
    <div
      className={styles.room}
      data-floor={floor ?? "none"}
      data-seat={seat}
      data-connected={connection.kind === "online"}
    >
      <a className={styles.skip} href="#ask">
        {t("common.skip")}
      </a>
      <header className={styles.top}>
        <div className={styles.header}>
          <b>{guide.title}</b>
          {topic ? <span className={styles.topic}>{topic}</span> : null}
          <Steps />
          <LeaveQuickly label={t("common.leaveQuickly")} to={leaveTo} />
        </div>
      </header>
      <main className={styles.main}>
        <Ground banner={banner} />
        <div className={styles.column}>
          <ConnectionNote />
          <InvitePanel />
          {isResting ? null : <Words isOver={!isRunning} />}
          <div id="ask" className={styles.ask} tabIndex={-1} ref={ask}>
            <Ask situation={situation} />
          </div>
        </div>
        {isRunning ? <SmallThings /> : null}
      </main>
    </div>
  );
}
