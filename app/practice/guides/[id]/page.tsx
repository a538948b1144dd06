import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { agreementFieldsIn } from "#conversation/guides/in-language";
import { evenground } from "#server/evenground";
import { Frame } from "../../../server/frame";
import { signedInOnly } from "../../../server/signed-in-only";
import { Texts } from "../../../server/texts";
import practice from "../../practice.module.css";
import styles from "../guides.module.css";
import { Builder } from "./builder";

interface PageProps {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ownGuides");
  return { title: t("title") };
}

/** Where a therapist writes a guide. For everybody else there is no such page. */
export default async function OwnGuidePage({ params }: PageProps) {
  const { id } = await params;
  const asking = await signedInOnly(`/practice/guides/${id}`);
  const own = await evenground().ownGuide(asking, id);
  if (!own) notFound();
  const t = await getTranslations("ownGuides");
  const { draft, changes, newest, putAwayAt } = own;
  return (
    <Frame page="practice">
      <div className={styles.page}>
        <header className={practice.head}>
          <a className={practice.plain} href="/practice/guides">
            {t("toAll")}
          </a>
          <h1 className={styles.title}>{t("one")}</h1>
          <p className={practice.soft}>{t("oneLead")}</p>
          <a className={styles.toPreview} href="#preview">
            {t("preview.title")}
          </a>
        </header>
        <Texts of={["ownGuides", "fields", "refusal", "fault"]}>
          <Builder
            id={id}
            draft={draft}
            changes={changes}
            newest={newest}
            isAway={putAwayAt !== null}
            agreementFields={agreementFieldsIn(await getLocale())}
          />
        </Texts>
      </div>
    </Frame>
  );
}
