"use client";

import { useEffect } from "react";
import { keepVisit } from "./visit-worker";

let hasBegun = false;

/** Keeps what is opened in this visit for when there is no network. To be put after what takes the key. */
export function KeepVisit() {
  useEffect(() => {
    if (!hasBegun) void keepVisit();
    hasBegun = true;
  }, []);
  return null;
}
