"use client";

import { type ReactNode, useCallback } from "react";
import styles from "./explanation.module.css";

interface ExplanationProps {
  readonly title: string;
  /** It takes the place of something else on the page: the heading is given the focus, so that it is heard. */
  readonly announced?: boolean;
  readonly children: ReactNode;
}

/** A page or part of one that says what is the case, in a few sentences, and what there is to do. */
export function Explanation({ title, announced = false, children }: ExplanationProps) {
  const focus = useCallback((heading: HTMLHeadingElement | null) => heading?.focus(), []);
  return (
    <div className={styles.explanation}>
      <h1 tabIndex={-1} ref={announced ? focus : null}>
        {title}
      </h1>
      {children}
    </div>
  );
}
