import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { floorOf } from "#conversation/state";
import { LeaveQuickly } from "../../ui/leave-quickly";
import { ConnectionNote } from "./connection-note";
import styles from "./room.module.css";
import { Steps } from "./steps";
import { useConversation } from "./use-conversation";

interface RoomProps {
  readonly leaveTo: string;
  /** What stands on it, given the id of what is asked. */
  readonly children: (askId: string) => ReactNode;
}

/** The whole page. It takes the colour of who has the floor. */
export function Room({ leaveTo, children }: RoomProps) {
  const t = useTranslations();
  const { state, seat, guide, topic, connection, waiting } = useConversation();
  const ask = useId();
  return (
    <div
      className={[styles.tint, styles.room].join(" ")}
      data-floor={floorOf(state) ?? "none"}
      data-seat={seat}
      data-connected={connection.kind === "online"}
      data-sent={waiting.length === 0}
    >
      <a className={styles.skip} href={`#${ask}`}>
        {t("common.skip")}
      </a>
      <header className={styles.top}>
        <div className={styles.header}>
          <b>{guide.title}</b>
          {topic ? <span className={styles.topic}>{topic}</span> : null}
          <Steps />
          <LeaveQuickly label={t("common.leaveQuickly")} to={leaveTo} />
        </div>
        <div className={styles.connection}>
          <ConnectionNote />
        </div>
      </header>
      <main className={styles.main}>{children(ask)}</main>
    </div>
  );
}
