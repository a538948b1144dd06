import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { openInCurrentStep } from "#conversation/open-moves";
import type { Partner } from "#conversation/seats";
import { floorOf } from "#conversation/state";
import { floorTimes } from "#conversation/therapy/floor-times";
import { useNames } from "../names";
import small from "../small-things.module.css";
import { useConversation } from "../use-conversation";

/** How often what the clock tells is told anew. */
const EVERY = 15_000;

/** Where each of the two is: asked or waiting, with the floor, how long it was theirs, and small repairs. */
export function WhereTheyAre() {
  const t = useTranslations("console.where");
  const { state, guide, entries, live } = useConversation();
  const [now, setNow] = useState(() => live.serverNow());
  useEffect(() => {
    const tick = setInterval(() => setNow(live.serverNow()), EVERY);
    return () => clearInterval(tick);
  }, [live]);
  const times = floorTimes(guide, state.roster, entries, now);
  return (
    <section className={small.small} aria-label={t("title")}>
      <h2>{t("title")}</h2>
      <ul className={small.choices}>
        {state.roster.partners.map((partner) => (
          <li key={partner}>
            <One partner={partner} minutes={Math.floor(times[partner] / 60_000)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ partner, minutes }: { readonly partner: Partner; readonly minutes: number }) {
  const t = useTranslations("console.where");
  const names = useNames();
  const { state, entries } = useConversation();
  const repairs = entries.filter(({ kind, seat }) => kind === "repair" && seat === partner).length;
  const isAsked = openInCurrentStep(state, partner).length > 0;
  return (
    <>
      <b>{names.of(partner)}</b>: {t(isAsked ? "asked" : "waits")}{" "}
      {floorOf(state) === partner ? `${t("floor")} ` : ""}
      {t("time", { minutes })} {repairs > 0 ? t("repairs", { count: repairs }) : null}
    </>
  );
}
