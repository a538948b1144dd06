import Bowser from "bowser";
import type { DeviceKind } from "#wire/events";

/** A browser in a few words, from its `User-Agent`: "Chrome on Android", "Safari on iPad". Empty where it does not say. */
export function deviceOf(userAgent: string | null | undefined): string {
  if (!userAgent) return "";
  const { browser, os, platform } = Bowser.parse(userAgent.slice(0, 512));
  const isTablet = platform.type === "tablet" && os.name !== undefined;
  const system = isTablet ? (platform.model ?? `${os.name} tablet`) : os.name;
  return [browser.name, system].filter(Boolean).join(" on ").slice(0, 60);
}

/** What it is, from what `deviceOf` has said of it. */
export function deviceKind(device: string): DeviceKind {
  if (/ on (iPad|.* tablet)$/.test(device)) return "tablet";
  if (/ on (Android|iOS|Windows Phone|KAIOS)$/.test(device)) return "phone";
  return / on ./.test(device) ? "computer" : "unknown";
}
