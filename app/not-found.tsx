import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Frame } from "./server/frame";
import { Explanation } from "./ui/explanation";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: t("notFound.title") };
}

/** For an address that nobody knows and for somebody else's conversation: the same page, word for word. */
export default async function NotFound() {
  const t = await getTranslations("common");
  const fault = await getTranslations("fault");
  return (
    <Frame>
      <Explanation title={t("notFound.title")}>
        <p>{t("notFound.text")}</p>
        <p>{t("notFound.device")}</p>
        <a href="/">{fault("home")}</a>
      </Explanation>
    </Frame>
  );
}
