"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { textOf } from "../../one-line";
import { Button } from "../../ui/button";
import { Trouble } from "../../ui/trouble";
import { useIsAwake } from "../../use-is-awake";
import styles from "../check-ins.module.css";
import { NoteField } from "../note-field";
import { useChange } from "./use-change";

interface NoteFormProps {
  readonly checkInId: string;
  /** Beside which answer; `whole` is beside all of them. */
  readonly statement: string;
  readonly note: string | undefined;
}

/** The note beside an answer: read, written, changed, taken away. */
export function NoteForm({ checkInId, statement, note }: NoteFormProps) {
  const t = useTranslations("checkIns.one");
  const isAwake = useIsAwake();
  const { change, isChanging, trouble } = useChange(checkInId, "note");
  const [isWriting, setIsWriting] = useState(false);

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const written = textOf(new FormData(event.currentTarget), "note");
    if (await change({ statement, note: written })) setIsWriting(false);
  }

  if (isWriting)
    return (
      <form className={styles.form} onSubmit={submit} autoComplete="off">
        <NoteField label={t("note")} value={note} />
        <div className={styles.row}>
          <Button type="submit" disabled={!isAwake || isChanging}>
            {t("keepNote")}
          </Button>
          <Button look="plain" onClick={() => setIsWriting(false)}>
            {t("not")}
          </Button>
        </div>
        {trouble && <Trouble>{trouble}</Trouble>}
      </form>
    );
  return (
    <>
      {note !== undefined && <p className={styles.written}>{note}</p>}
      <div className={styles.row}>
        <Button look="pill" disabled={!isAwake || isChanging} onClick={() => setIsWriting(true)}>
          {note === undefined ? t("writeNote") : t("changeNote")}
        </Button>
        {note !== undefined && (
          <Button
            look="pill"
            disabled={!isAwake || isChanging}
            onClick={() => change({ statement, note: "" })}
          >
            {t("removeNote")}
          </Button>
        )}
      </div>
      {trouble && <Trouble>{trouble}</Trouble>}
    </>
  );
}
