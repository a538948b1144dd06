"use client";

import { useEffect } from "react";
import { takeDeviceKey } from "./device-key";

/** Takes the key that the page brought with it into memory, and out of the page. */
export function TakeDeviceKey({ hex }: { readonly hex: string }) {
  useEffect(() => {
    takeDeviceKey(hex);
    removePageData();
  }, [hex]);
  return null;
}

/**
 * Next brings what the page was made of in scripts, which have done their work by now: what is read out of the page or
 * saved with it from here on has no key in it. (Which of them has the key cannot be told: it may be cut between two.)
 */
function removePageData(): void {
  for (const script of document.querySelectorAll("script:not([src])"))
    if (script.textContent.includes("__next_f")) script.remove();
}
