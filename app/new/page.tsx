import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { newestGuide } from "#conversation/guides/catalogue";
import { guideFor } from "#server/guide-for";
import { Frame } from "../server/frame";
import { ChosenGuide } from "./chosen-guide.server";
import { GuideChoice } from "./guide-choice.server";
import { readQuery } from "./new-query";

interface PageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

/** The same title whichever guide is looked at: a tab is easily seen by somebody else. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("new");
  return { title: t("title") };
}

/** First a guide, then what the invitation will say. */
export default async function NewPage({ searchParams }: PageProps) {
  const query = readQuery(await searchParams);
  const guide = query.guide === null ? undefined : newestGuide(query.guide);
  const locale = await getLocale();
  return (
    <Frame>
      {guide ? <ChosenGuide guide={guideFor(guide, locale)} query={query} /> : <GuideChoice query={query} />}
    </Frame>
  );
}
