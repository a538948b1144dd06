"use client";

import { type ReactNode, useCallback } from "react";
import styles from "./trouble.module.css";

interface TroubleProps {
  readonly children: ReactNode;
}

/** What went wrong, next to the button that was pressed. It takes the focus, so that it is heard and in view. */
export function Trouble({ children }: TroubleProps) {
  const focus = useCallback((box: HTMLDivElement | null) => box?.focus(), []);
  return (
    <div className={styles.trouble} role="alert" tabIndex={-1} ref={focus}>
      {children}
    </div>
  );
}
