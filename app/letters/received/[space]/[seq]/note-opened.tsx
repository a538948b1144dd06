"use client";

import { useEffect } from "react";
import { send } from "../../../../send";

interface NoteOpenedProps {
  readonly space: string;
  readonly seq: number;
}

/** Notes for its reader that a letter was opened. Where that fails it is simply new once more. */
export function NoteOpened({ space, seq }: NoteOpenedProps) {
  useEffect(() => {
    void send(`/api/spaces/${space}/opened`, { seq });
  }, [space, seq]);
  return null;
}
