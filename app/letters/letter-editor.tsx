"use client";

import { useTranslations } from "next-intl";
import { TextEditor } from "../kept-text/text-editor";
import type { KnownText, TextPlace } from "../kept-text/text-keeper";
import { useKeptText } from "../kept-text/use-kept-text";
import { DestroyLetter } from "./destroy-letter";
import { type Reader, SendLetter } from "./send-letter";

interface LetterEditorProps {
  readonly letter: KnownText;
  /** To whom it could be sent. */
  readonly readers: readonly Reader[];
}

const LETTERS: TextPlace = { api: "/api/letters", page: "/letters", name: "letterId" };

/** A letter that is written: it is kept while one types. */
export function LetterEditor({ letter, readers }: LetterEditorProps) {
  const t = useTranslations("letters.write");
  const kept = useKeptText(LETTERS, letter);
  const { known } = kept.state;
  return (
    <TextEditor kept={kept} place={LETTERS} says={t}>
      {readers.length > 0 && (
        <SendLetter
          letter={kept.isKept ? known : null}
          text={kept.text}
          readers={readers}
          flush={kept.flush}
        />
      )}
      <DestroyLetter id={known.id} stop={kept.stop} />
    </TextEditor>
  );
}
