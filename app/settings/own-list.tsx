"use client";

import { type ReactNode, useRef, useState } from "react";
import { Button } from "../ui/button";
import { SavingNote } from "./saving-note";
import styles from "./settings.module.css";
import { useSaving } from "./use-saving";

/** One thing of one's own: a device, a passkey. */
export interface OwnLine {
  readonly id: string;
  readonly title: string;
  readonly notes: readonly string[];
  /** What stands where the button would, on the one that is never taken away. */
  readonly mark?: string;
  /** Takes it away. */
  readonly end?: { readonly path: string; readonly text: string; readonly label: string };
}

interface OwnListProps {
  readonly lines: readonly OwnLine[];
  /** What is said when one was taken away. */
  readonly done: string;
  /** Takes away all that can be, at once. */
  readonly endAll?: { readonly path: string; readonly text: string; readonly done: string } | undefined;
  readonly children?: ReactNode;
}

/** Things of one's own, each with the button that takes it away. */
export function OwnList({ lines, done, endAll, children }: OwnListProps) {
  const { saving, save } = useSaving();
  const note = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState(done);
  const end = async (path: string, saidAfter: string) => {
    setSaid(saidAfter);
    // The button is about to go: whoever got here by keyboard goes on from what is said about it.
    if (await save(path, {})) note.current?.focus();
  };
  return (
    <>
      <ul className={styles.lines}>
        {lines.map(({ id, title, notes, mark, end: way }) => (
          <li key={id}>
            <div>
              <b>{title}</b>
              {notes.map((text) => (
                <small key={text}>{text}</small>
              ))}
            </div>
            {mark && <span className={styles.mark}>{mark}</span>}
            {way && (
              <Button
                look="pill"
                aria-label={way.label}
                disabled={saving.kind === "saving"}
                onClick={() => end(way.path, done)}
              >
                {way.text}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div ref={note} tabIndex={-1} className={styles.said}>
        <SavingNote saving={saving} done={said} />
      </div>
      {endAll && (
        <div className={styles.row}>
          <Button disabled={saving.kind === "saving"} onClick={() => end(endAll.path, endAll.done)}>
            {endAll.text}
          </Button>
        </div>
      )}
      {children}
    </>
  );
}
