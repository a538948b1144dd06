/** The Chromium that journeys use: CHROMIUM_PATH, else one of the system's, else undefined for Playwright's own. */
export function systemChromium(): string | undefined;

/** Makes sure a Chromium can be started, fetching one if need be; ends the process when none is to be had. */
export function ensureChromium(): void;
