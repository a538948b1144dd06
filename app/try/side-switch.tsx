import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import type { Partner } from "#conversation/seats";
import styles from "./try.module.css";

interface SideSwitchProps {
  readonly sides: readonly { readonly seat: Partner; readonly name: string; readonly isAsked: boolean }[];
  readonly shown: Partner;
  readonly onShow: (seat: Partner) => void;
  /** The button of the side that is not shown. */
  readonly other: RefObject<HTMLButtonElement | null>;
}

/** On a phone: which side is shown, and where something is asked now. */
export function SideSwitch({ sides, shown, onShow, other }: SideSwitchProps) {
  const t = useTranslations("try");
  return (
    <fieldset className={styles.switch} aria-label={t("switch")}>
      {sides.map(({ seat, name, isAsked }) => (
        <button
          key={seat}
          type="button"
          data-seat={seat}
          aria-pressed={seat === shown}
          ref={seat === shown ? undefined : other}
          onClick={() => onShow(seat)}
        >
          {t("side", { name })}
          <small>{isAsked ? t("asked") : t("waits")}</small>
        </button>
      ))}
    </fieldset>
  );
}
