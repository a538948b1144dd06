import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { evenground } from "#server/evenground";
import { directionOf } from "#server/locale-of";
import { Texts } from "./server/texts";
import "./fonts.css";
import "./tokens.css";
import "./base.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: { default: t("name"), template: `%s · ${t("name")}` }, robots: { index: false } };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf7f1" },
    { media: "(prefers-color-scheme: dark)", color: "#1a1815" },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  await connection(); // every page is made for one request: its policy carries a nonce of its own
  const locale = await getLocale();
  return (
    <html lang={locale} dir={directionOf(locale)} data-leave-to={evenground().environment.LEAVE_TO}>
      <body>
        {/* For the error page, which is made in the browser. Every other page says which texts it uses. */}
        <Texts of={["common", "fault"]}>{children}</Texts>
      </body>
    </html>
  );
}
