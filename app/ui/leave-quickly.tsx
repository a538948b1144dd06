"use client";

import { wipeDevice } from "../device/wipe-device";
import styles from "./leave-quickly.module.css";

interface LeaveQuicklyProps {
  readonly label: string;
  /** A neutral page somewhere else. */
  readonly to: string;
}

/**
 * Away from here at once: the page is blank before anything is loaded, what the browser keeps is dropped, and Back
 * does not lead here again. To the partner it looks like any lost connection.
 */
export function LeaveQuickly({ label, to }: LeaveQuicklyProps) {
  return (
    <button type="button" className={styles.leave} onClick={() => leave(to)}>
      {label}
    </button>
  );
}

function leave(to: string): void {
  document.documentElement.style.visibility = "hidden";
  document.title = "";
  sessionStorage.clear();
  wipeDevice(); // nobody waits for it
  window.location.replace(to);
}
