import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { GUIDES } from "#conversation/guides/catalogue";
import { speakAndReflect } from "#conversation/guides/speak-and-reflect";
import { guideFor } from "#server/guide-for";
import { Frame } from "../server/frame";
import { Texts } from "../server/texts";
import { Button } from "../ui/button";
import { SelectField } from "../ui/select-field";
import { Tried } from "./tried";
import styles from "./try.module.css";

interface PageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("try");
  return { title: t("title") };
}

const FOR_TWO = GUIDES.filter(({ solo }) => !solo);

/** Both seats side by side, on a conversation that nobody keeps: to see how it works. */
export default async function TryPage({ searchParams }: PageProps) {
  const { guide: asked } = await searchParams;
  const locale = await getLocale();
  const guides = FOR_TWO.map((guide) => guideFor(guide, locale));
  const guideOf = (id: unknown) => guides.find((one) => one.id === id);
  const guide = guideOf(asked) ?? guideOf(speakAndReflect.id) ?? speakAndReflect;
  const t = await getTranslations("try");
  return (
    <Frame className={styles.page}>
      <div className={styles.head}>
        <h1>{t("title")}</h1>
        <p className={styles.lead}>{t("lead")}</p>
        <p className={styles.plain}>{t("nothingKept")}</p>
      </div>
      <Texts of={["common", "conversation", "fields", "refusal", "try", "wording"]}>
        <Tried key={guide.id} guide={guide} />
      </Texts>
      <form className={styles.another} action="/try">
        <SelectField
          label={t("another")}
          name="guide"
          defaultValue={guide.id}
          options={guides.map(({ id, title }) => ({ value: id, text: title }))}
        />
        <Button type="submit">{t("tryIt")}</Button>
      </form>
    </Frame>
  );
}
