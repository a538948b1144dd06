import styles from "./stone.module.css";

interface StoneProps {
  readonly seat: "a" | "b" | "t";
  /** Whose first letter it carries. Without a name the place is still free. */
  readonly name?: string | null;
  /** It is not this one's turn. */
  readonly resting?: boolean;
}

/** One seat, resting on the ground. Its name stands beside it in text, so it says nothing to a screen reader. */
export function Stone({ seat, name, resting = false }: StoneProps) {
  const looks = [styles.stone, styles[seat], !name && styles.free, resting && styles.resting];
  return (
    <span className={looks.filter(Boolean).join(" ")} aria-hidden="true">
      {name ? ([...name][0] ?? "").toUpperCase() : null}
    </span>
  );
}
