"use client";

import { useState } from "react";
import type { Words } from "#conversation/moves";
import { Questions, type QuestionsProps } from "./questions";

interface QuestionsFormProps extends Omit<QuestionsProps, "words" | "onChange"> {
  /** What stands in the boxes at first. */
  readonly initial?: Words | undefined;
}

/** Questions and their boxes, with what is typed kept on the page: it stays there whatever becomes of it. */
export function QuestionsForm({ initial = {}, ...rest }: QuestionsFormProps) {
  const [words, setWords] = useState<Words>(initial);
  return <Questions {...rest} words={words} onChange={setWords} />;
}
