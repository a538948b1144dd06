import { type CSSProperties, useState } from "react";
import styles from "./soft-ring.module.css";

interface SoftRingProps {
  /** What pressing it does. */
  readonly label: string;
  readonly description: string;
  readonly seconds: number;
  /** How many seconds had gone by when it was first shown. */
  readonly elapsed: number;
  readonly isShown: boolean;
  onToggle(): void;
}

/** Time as a ring without numbers, drawn by the style sheet alone. It is a button: pressing it turns it off or on. */
export function SoftRing({ label, description, seconds, elapsed, isShown, onToggle }: SoftRingProps) {
  const [delay] = useState(elapsed); // the animation runs by itself from here; a new value would make it jump
  const timing = { "--seconds": `${seconds}s`, "--delay": `${-Math.min(delay, seconds)}s` } as CSSProperties;
  return (
    <button
      type="button"
      className={styles.ring}
      title={label}
      aria-label={`${description} ${label}`}
      onClick={onToggle}
    >
      <svg viewBox="0 0 32 32" aria-hidden="true" style={timing}>
        <circle className={styles.track} cx="16" cy="16" r="11" pathLength="100" />
        {isShown ? <circle className={styles.time} cx="16" cy="16" r="11" pathLength="100" /> : null}
      </svg>
    </button>
  );
}
