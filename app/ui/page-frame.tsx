import type { ReactNode } from "react";
import { Logo } from "./logo";
import styles from "./page-frame.module.css";

interface PageFrameProps {
  readonly name: string;
  readonly skip: string;
  /** The other pages, in the header. */
  readonly nav?: ReactNode;
  /** Stands at the end of the header. */
  readonly end?: ReactNode;
  readonly footer?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** What stands around a page: the way past the header, the name that leads to the first page, the main part. */
export function PageFrame({ name, skip, nav, end, footer, className, children }: PageFrameProps) {
  return (
    <div className={[styles.page, className].filter(Boolean).join(" ")}>
      <a className={styles.skip} href="#main">
        {skip}
      </a>
      <header className={styles.header}>
        <a className={styles.home} href="/">
          <Logo />
          <span>{name}</span>
        </a>
        {nav}
        {end}
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      {footer && <footer className={styles.footer}>{footer}</footer>}
    </div>
  );
}
