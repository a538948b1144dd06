/**
 * The code behind the `#`, taken out of the address bar and the history at once; null where there is none. Nothing
 * remembers it but the page: after a reload the digits in the mail are still there to be typed.
 */
export function takeCode(): string | null {
  const behind = window.location.hash.slice(1);
  // Not before this page's effects have all run: until then Next would write the old address back.
  if (behind) queueMicrotask(() => window.history.replaceState(null, "", window.location.pathname));
  return /^\d{6}$/.test(behind) ? behind : null;
}
