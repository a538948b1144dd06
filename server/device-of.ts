import Bowser from "bowser";

/** A browser in a few words, from its `User-Agent`: "Chrome on Android". Empty where it does not say. */
export function deviceOf(userAgent: string | null | undefined): string {
  if (!userAgent) return "";
  const { browser, os } = Bowser.parse(userAgent.slice(0, 512));
  return [browser.name, os.name].filter(Boolean).join(" on ").slice(0, 60);
}
