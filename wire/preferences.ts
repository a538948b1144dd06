import type { Locale } from "./locales";

/** How the pages look: as the device wishes, or always the one or the other. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** How large words are set. */
export const TEXT_SIZES = ["usual", "large", "larger"] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** Under which name and picture the app lies on a telephone: its own, or one that tells nothing. */
export const APP_FACES = ["evenground", "notes", "garden"] as const;
export type AppFace = (typeof APP_FACES)[number];

/** What somebody's own calendar says of a plan: that there is something, or its own words. */
export const CALENDAR_TITLES = ["neutral", "own"] as const;
export type CalendarTitles = (typeof CALENDAR_TITLES)[number];

/** How a person wants things to be. Null where they never chose: then the browser says. */
export interface Preferences {
  readonly locale: Locale | null;
  /** An IANA name, like `Europe/Madrid`. */
  readonly timeZone: string | null;
  readonly theme: Theme;
  readonly textSize: TextSize;
  /** Whether the ring that suggests the length of a turn is shown. */
  readonly softTimers: boolean;
  readonly appFace: AppFace;
}
