import { type ReactNode, useId } from "react";
import { useIsAwake } from "../use-is-awake";
import styles from "./radio-cards.module.css";

export interface RadioCard {
  readonly value: string;
  readonly title: string;
  readonly text?: ReactNode;
}

interface RadioCardsProps {
  readonly legend: string;
  readonly name: string;
  readonly cards: readonly RadioCard[];
  /** Which one is chosen at first. */
  readonly first: string | undefined;
  readonly onChoose?: (value: string) => void;
}

/** One of a few, each explained. Native radio buttons: arrows choose, the form sends the choice. */
export function RadioCards({ legend, name, cards, first, onChoose }: RadioCardsProps) {
  const id = useId();
  const isAwake = useIsAwake(); // what is chosen before is marked, and nobody hears of it
  return (
    <fieldset className={styles.cards} disabled={!isAwake}>
      <legend>{legend}</legend>
      {cards.map(({ value, title, text }) => (
        <label key={value} className={styles.card}>
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === first}
            onChange={() => onChoose?.(value)}
            aria-labelledby={`${id}-${value}`}
            aria-describedby={text ? `${id}-${value}-text` : undefined}
          />
          <span>
            <b id={`${id}-${value}`}>{title}</b>
            {text && <small id={`${id}-${value}-text`}>{text}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
