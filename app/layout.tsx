import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { evenground } from "#server/evenground";
import { directionOf } from "#server/locale-of";
import type { Preferences } from "#wire/preferences";
import { PAPER, pictureOf } from "./server/app-manifest";
import { whoIsAsking } from "./server/asking";
import { Texts } from "./server/texts";
import { Wakes } from "./wakes";
import "./fonts.css";
import "./tokens.css";
import "./base.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  const names = await getTranslations("settings.phone.names");
  const { appFace } = await asChosen();
  return {
    title: { default: t("name"), template: `%s · ${t("name")}` },
    robots: { index: false },
    // For phones that ask for no manifest.
    appleWebApp: { capable: true, title: names(appFace) },
    icons: { apple: pictureOf(appFace, "180") },
  };
}

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await asChosen();
  const themeColor =
    theme === "system"
      ? (["light", "dark"] as const).map((scheme) => ({
          media: `(prefers-color-scheme: ${scheme})`,
          color: PAPER[scheme],
        }))
      : PAPER[theme];
  return { width: "device-width", initialScale: 1, themeColor };
}

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  await connection(); // every page is made for one request: its policy carries a nonce of its own
  const locale = await getLocale();
  const { theme, textSize } = await asChosen();
  return (
    <html
      lang={locale}
      dir={directionOf(locale)}
      data-theme={theme}
      data-text-size={textSize}
      data-leave-to={evenground().environment.LEAVE_TO}
      data-asleep=""
    >
      <head>
        {/* With the cookies: its name and its picture are as the person has chosen. */}
        <link rel="manifest" href="/manifest.webmanifest" crossOrigin="use-credentials" />
      </head>
      <body>
        {/* For the error page, which is made in the browser. Every other page says which texts it uses. */}
        <Texts of={["common", "fault"]}>{children}</Texts>
        <Wakes />
      </body>
    </html>
  );
}

/** As whoever looks has chosen. Where the database does not answer, the page that says so is as the device wishes. */
async function asChosen(): Promise<Pick<Preferences, "theme" | "textSize" | "appFace">> {
  const asking = await whoIsAsking().catch(() => null);
  return asking?.preferences ?? { theme: "system", textSize: "usual", appFace: "evenground" };
}
