import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Frame } from "../server/frame";
import { Explanation } from "../ui/explanation";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.erased");
  return { title: t("title") };
}

/** That everything of somebody’s is erased. It knows nothing about whoever reads it, and tells nothing. */
export default async function ErasedPage() {
  const t = await getTranslations("settings.erased");
  return (
    <Frame>
      <Explanation title={t("title")} announced>
        <p>{t("text")}</p>
        <p>{t("text2")}</p>
        <a href="/">{t("first")}</a>
      </Explanation>
    </Frame>
  );
}
