/** Where *Leave quickly* leads, for pages that are made in the browser when nothing else works. */
export function leaveTo(): string {
  const told = typeof document === "undefined" ? undefined : document.documentElement.dataset.leaveTo;
  return told ?? "about:blank";
}
