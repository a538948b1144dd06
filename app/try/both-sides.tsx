import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState, useSyncExternalStore } from "react";
import { otherPartner, PARTNERS, type Partner } from "#conversation/seats";
import { situationOf } from "#conversation/situation";
import type { OnPage } from "../c/[id]/use-conversation";
import { isAsked } from "./is-asked";
import { Side } from "./side";
import { SideSwitch } from "./side-switch";
import styles from "./try.module.css";
import { useInSightWhenShown, useTopInSight } from "./use-in-sight";

/** Both seats: side by side where there is room; on a phone one at a time, with a switch. */
export function BothSides({ seats }: { readonly seats: Readonly<Record<Partner, OnPage>> }) {
  const t = useTranslations("try");
  const { live } = seats.a;
  const { state } = useSyncExternalStore(live.subscribe, live.snapshot, live.snapshot);
  const [shown, setShown] = useState<Partner>("a");
  const id = useId();
  const askId = (seat: Partner) => `${id}-${seat}`;
  const sides = PARTNERS.map((seat) => ({
    seat,
    name: t(`names.${seat}`),
    isAsked: isAsked(situationOf(state, seat)),
  }));
  const whoElse = sides.find(({ seat, isAsked }) => isAsked && seat === otherPartner(shown));
  const isHereDone = sides.some(({ seat, isAsked }) => !isAsked && seat === shown);
  const toSwitch = useFocusWhenDone(isHereDone && whoElse !== undefined);
  useInSightWhenShown(shown, askId(shown));
  const top = useTopInSight(state.steps.length, PARTNERS.map(askId));
  return (
    <>
      <SideSwitch sides={sides} shown={shown} onShow={setShown} other={toSwitch} />
      <p role="status" className={styles.told}>
        {whoElse ? t("askedNow", { name: whoElse.name }) : null}
      </p>
      <div className={styles.sides} ref={top}>
        {sides.map(({ seat, name }) => (
          <Side
            key={seat}
            page={seats[seat]}
            label={t("side", { name })}
            isShown={seat === shown}
            askId={askId(seat)}
          />
        ))}
      </div>
    </>
  );
}

/**
 * The button that was pressed goes away with its question. Where nothing is asked on this side any more, the focus
 * goes on to the other side's button; side by side there is no such button, and it stays where it is.
 */
function useFocusWhenDone(isDone: boolean) {
  const other = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isDone && document.activeElement === document.body) other.current?.focus({ preventScroll: true });
  }, [isDone]);
  return other;
}
