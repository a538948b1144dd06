import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { situationOf } from "#conversation/situation";
import { statusOf } from "#conversation/state";
import { useFocusKept } from "../../use-focus-kept";
import { Agreed } from "./agreed";
import { Ask } from "./ask";
import { useBanner } from "./banner";
import { Ground } from "./ground";
import { InvitePanel } from "./invite-panel";
import { LockedNext } from "./locked-next";
import styles from "./room.module.css";
import { SmallThings } from "./small-things";
import { SuggestionNote } from "./suggestion-note";
import { UnsentWords } from "./unsent-words";
import { useAskInSight } from "./use-ask-in-sight";
import { useConversation } from "./use-conversation";
import { Words } from "./words";

/** Only where there is a therapist. */
const ApartBox = dynamic(() => import("./apart-box").then((part) => part.ApartBox));

interface SeatProps {
  /** Where a link that skips to what is asked leads. */
  readonly askId: string;
  /** The rank of the line that says what happens now. */
  readonly heading: "h1" | "h2";
  /** What the page adds below the question. */
  readonly children?: ReactNode;
}

/** The conversation from one seat: what happens now, what was said, what is asked, what was agreed. */
export function Seat({ askId, heading, children }: SeatProps) {
  const { state, seat, entries, isReady, apart } = useConversation();
  const situation = situationOf(state, seat, isReady);
  const banner = useBanner(situation);
  const ask = useAskInSight(situation, entries.length > 0);
  useFocusKept(ask);
  const status = statusOf(state);
  const isRunning = status === "running" || status === "held";
  const isOver = situation.kind === "complete" || situation.kind === "left";
  return (
    <>
      <Ground banner={banner} heading={heading} />
      <div className={styles.column}>
        <InvitePanel />
        {situation.kind === "time-out" ? null : <Words isOver={!isRunning} />}
        {isOver ? <Agreed /> : null}
        <div id={askId} className={styles.ask} tabIndex={-1} ref={ask}>
          <Ask situation={situation} />
          {state.roster.therapist || apart.length > 0 ? <ApartBox /> : null}
          {status === "running" && situation.kind !== "ready" ? <SuggestionNote /> : null}
        </div>
        {children}
        <UnsentWords />
        <LockedNext situation={situation} />
        {situation.kind === "time-out" || isOver ? null : <Agreed />}
      </div>
      {isRunning && situation.kind !== "ready" ? <SmallThings /> : null}
    </>
  );
}
