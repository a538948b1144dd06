import styles from "./logo.module.css";

/** Two stones on one line. The name stands beside it. */
export function Logo() {
  return (
    <span className={styles.logo} aria-hidden="true">
      <i />
      <i />
    </span>
  );
}
