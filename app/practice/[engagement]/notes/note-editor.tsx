"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { DestroyKept } from "../../../kept-text/destroy-kept";
import { TextEditor } from "../../../kept-text/text-editor";
import type { KnownText, TextPlace } from "../../../kept-text/text-keeper";
import { useKeptText } from "../../../kept-text/use-kept-text";

interface NoteEditorProps {
  readonly engagementId: string;
  readonly note: KnownText;
}

/** A note that is written: it is kept while one types. */
export function NoteEditor({ engagementId, note }: NoteEditorProps) {
  const t = useTranslations("notes.write");
  const place = useMemo(() => notesAt(engagementId), [engagementId]);
  const kept = useKeptText(place, note);
  return (
    <TextEditor kept={kept} place={place} says={t}>
      <DestroyNote engagementId={engagementId} id={kept.state.known.id} stop={kept.stop} />
    </TextEditor>
  );
}

interface DestroyNoteProps {
  readonly engagementId: string;
  /** Null while nothing of it was kept. */
  readonly id: string | null;
  stop?(): void;
}

/** Destroys a note for good, in two presses. */
export function DestroyNote({ engagementId, id, stop }: DestroyNoteProps) {
  const t = useTranslations("notes.destroy");
  const { api, page } = notesAt(engagementId);
  return (
    <DestroyKept
      api={id === null ? null : `${api}/${id}/destroy`}
      then={page}
      text={t("text")}
      says={t}
      stop={stop}
    />
  );
}

function notesAt(engagementId: string): TextPlace {
  return {
    api: `/api/engagements/${engagementId}/notes`,
    page: `/practice/${engagementId}/notes`,
    name: "noteId",
  };
}
