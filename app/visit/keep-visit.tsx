"use client";

import { useEffect } from "react";

let hasBegun = false;

/** Keeps what is opened in this visit for when there is no network. To be put after what takes the key. */
export function KeepVisit() {
  useEffect(() => {
    // Loaded apart from the page: whoever is not signed in never needs it.
    if (!hasBegun) void import("./visit-worker").then(({ keepVisit }) => keepVisit());
    hasBegun = true;
  }, []);
  return null;
}
