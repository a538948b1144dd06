"use client";

import { type ReactNode, useId } from "react";
import { useTroubleWords } from "../trouble-words";
import { TextField } from "../ui/text-field";
import { useIsAwake } from "../use-is-awake";
import styles from "./text-editor.module.css";
import type { TextPlace } from "./text-keeper";
import type { useKeptText } from "./use-kept-text";

/** What the editor says, in the words of what is written. */
export type EditorSays = "title" | "titleHint" | "text" | "kept" | "notYet" | "stays" | "apart" | "apartGo";

interface TextEditorProps {
  readonly kept: ReturnType<typeof useKeptText>;
  readonly place: TextPlace;
  says(key: EditorSays): string;
  /** What can be done with it. */
  readonly children: ReactNode;
}

/** A title and a text that are kept while one types; what another device made of it is shown beside them. */
export function TextEditor({ kept, place, says, children }: TextEditorProps) {
  const id = useId();
  const words = useTroubleWords();
  const isAwake = useIsAwake();
  const { text, state, isKept, write, flush } = kept;
  const { known, trouble, elsewhere } = state;

  function stateOf(): string | null {
    if (trouble) return trouble.kind === "offline" ? says("stays") : words(trouble);
    if (!isKept) return says("notYet");
    return known.id === null ? null : says("kept");
  }

  return (
    <div className={styles.editor}>
      {elsewhere && (
        <section className={styles.elsewhere} aria-label={says("apart")}>
          <p role="status">{says("apart")}</p>
          <p className={styles.words}>{elsewhere.text}</p>
          <a href={`${place.page}/${elsewhere.id}`}>{says("apartGo")}</a>
        </section>
      )}
      <TextField
        label={says("title")}
        hint={says("titleHint")}
        value={text.title}
        maxLength={120}
        autoComplete="off"
        readOnly={!isAwake}
        onChange={(event) => write({ title: event.target.value })}
        onBlur={() => void flush()}
      />
      <div className={styles.field}>
        <label htmlFor={id}>{says("text")}</label>
        <textarea
          id={id}
          className={styles.box}
          value={text.text}
          rows={12}
          autoComplete="off"
          readOnly={!isAwake}
          aria-describedby={`${id}-state`}
          onChange={(event) => write({ text: event.target.value })}
          onBlur={() => void flush()}
        />
        <p id={`${id}-state`} className={styles.soft} role="status">
          {stateOf()}
        </p>
      </div>
      <div className={styles.row}>{children}</div>
    </div>
  );
}
