"use client";

import { useEffect, useState } from "react";
import { type ReadyWording, wordingIn } from "./hints";

/** The lists of a language, once they are here. Until then, and where they cannot be had, nothing is hinted at. */
export function useWording(locale: string): ReadyWording | null {
  const [wording, setWording] = useState<ReadyWording | null>(null);

  useEffect(() => {
    let isWanted = true;
    wordingIn(locale)
      .catch(() => null) // a hint is worth no warning: the next box asks for the lists again
      .then((found) => isWanted && setWording(found));
    return () => {
      isWanted = false;
    };
  }, [locale]);

  return wording;
}
