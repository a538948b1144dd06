import type { AppFace, Theme } from "#wire/preferences";

/** What surrounds the page in the browser and on a phone has its colour: `--paper` by day and by night. */
export const PAPER = { light: "#faf7f1", dark: "#1a1815" } as const;

interface Installed {
  readonly face: AppFace;
  /** What it is called among somebody's apps. */
  readonly name: string;
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  readonly theme: Theme;
}

/**
 * What a phone is told that puts this place among its apps (W3C Web Application Manifest): a name, a picture, and
 * nothing about what it is for. Each face is an app of its own, so that one that is installed stays as it was chosen.
 */
export function appManifest({ face, name, locale, direction, theme }: Installed) {
  const paper = PAPER[theme === "dark" ? "dark" : "light"];
  return {
    id: `/home?as=${face}`,
    name,
    short_name: name,
    lang: locale,
    dir: direction,
    start_url: "/home",
    scope: "/",
    display: "standalone",
    background_color: paper,
    theme_color: paper,
    icons: [
      { src: pictureOf(face, "192"), sizes: "192x192", type: "image/png" },
      { src: pictureOf(face, "512"), sizes: "512x512", type: "image/png" },
      { src: pictureOf(face, "maskable"), sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}

/** The picture of a face, in one of the forms in which it lies in public/faces/. */
export function pictureOf(face: AppFace, form: "180" | "192" | "512" | "maskable"): string {
  return `/faces/${face}-${form}.png`;
}
