"use client";

import { useEffect } from "react";
import { takeCode } from "./take-code";

/**
 * For where the code opens nothing: it is taken out of the address bar all the same. When another link is pasted over
 * this page's address, which loads nothing, the server is asked again whether it belongs here.
 */
export function DropCode() {
  useEffect(() => {
    takeCode();
    const askAgain = () => window.location.reload();
    window.addEventListener("hashchange", askAgain);
    return () => window.removeEventListener("hashchange", askAgain);
  }, []);
  return null;
}
