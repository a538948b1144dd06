"use client";

import { useEffect } from "react";

/**
 * Takes `data-asleep` off the page once its scripts have begun: until then nothing hears a press. Nobody sees it; what
 * drives a page from outside waits for it.
 */
export function Wakes() {
  useEffect(() => document.documentElement.removeAttribute("data-asleep"), []);
  return null;
}
