"use client";

import { situationOf } from "#conversation/situation";
import { statusOf } from "#conversation/state";
import { ApartBox } from "../apart-box";
import { Ground } from "../ground";
import { ReturnedNote } from "../returned-note";
import room from "../room.module.css";
import small from "../small-things.module.css";
import { useConversation } from "../use-conversation";
import { Words } from "../words";
import { Before } from "./before";
import { Controls } from "./controls";
import { Prompt } from "./prompt";
import { useConsoleBanner } from "./use-console-banner";
import { WhereTheyAre } from "./where-they-are";

/** The conversation from the third seat: what both partners let a therapist read, and what a therapist may do. */
export function Console({ askId }: { readonly askId: string }) {
  const { state } = useConversation();
  const banner = useConsoleBanner();
  const status = statusOf(state);
  const isOn = status === "running" || status === "held";
  return (
    <>
      <Ground banner={banner} heading="h1" />
      <div className={room.column}>
        <Words isOver={!isOn} />
        <div id={askId} className={room.ask} tabIndex={-1}>
          <ReturnedNote situation={situationOf(state, "t")} />
          <ApartBox />
          {isOn ? <Prompt /> : null}
        </div>
      </div>
      <aside className={small.small}>
        <Before />
        <Controls />
        <WhereTheyAre />
      </aside>
    </>
  );
}
