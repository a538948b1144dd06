import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import "./fonts.css";
import "./tokens.css";
import "./base.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: t("name"), robots: { index: false } };
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
  return (
    <html lang={await getLocale()}>
      <body>{children}</body>
    </html>
  );
}
