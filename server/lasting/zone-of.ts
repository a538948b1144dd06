import type { Preferences } from "#wire/preferences";

/** The time zone in which somebody's days are counted: the one they chose, else UTC. */
export function zoneOf({ timeZone }: Pick<Preferences, "timeZone">): string {
  return timeZone ?? "UTC";
}
