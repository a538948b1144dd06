import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { Frame } from "../../../server/frame";
import { signedInOnly } from "../../../server/signed-in-only";
import { PaperSheet } from "../../paper-sheet.server";
import styles from "./print.module.css";

interface PageProps {
  readonly params: Promise<{ readonly space: string }>;
  readonly searchParams: Promise<{ readonly only?: string | string[]; readonly ended?: string | string[] }>;
}

/** No names: a tab is easily seen by somebody else. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agreements");
  return { title: t("title") };
}

/** Agreements as they are printed: all that holds, with `?ended=1` also what does not, or `?only=` one with all its wordings. */
export default async function PrintPage({ params, searchParams }: PageProps) {
  const { space: spaceId } = await params;
  const { only, ended } = await searchParams;
  const wish = { ...(typeof only === "string" && { only }), withEnded: ended === "1" };
  const asking = await signedInOnly(`/agreements/${spaceId}/print${queryOf(wish)}`);
  const locale = await getLocale();
  const paper = await evenground().papers.paper({ asking, locale }, spaceId, wish);
  if (!paper) notFound();
  const t = await getTranslations("paper.print");
  const here = `/agreements/${spaceId}/print`;
  return (
    <Frame spaceId={spaceId}>
      <div className={styles.about}>
        <h1>{t("title")}</h1>
        <p>{t("how")}</p>
        <nav aria-label={t("title")}>
          <a href={`/agreements/${spaceId}`}>{t("back")}</a>
          <a href={`/api/spaces/${spaceId}/agreements/paper${queryOf(wish)}`} download>
            {t("file")}
          </a>
          {wish.only !== undefined && <a href={here}>{t("all")}</a>}
          {wish.only === undefined && (
            <a href={wish.withEnded ? here : `${here}?ended=1`}>
              {wish.withEnded ? t("withoutEnded") : t("withEnded")}
            </a>
          )}
        </nav>
      </div>
      <PaperSheet paper={paper} />
    </Frame>
  );
}

function queryOf({ only, withEnded }: { readonly only?: string; readonly withEnded: boolean }): string {
  if (only !== undefined) return `?only=${encodeURIComponent(only)}`;
  return withEnded ? "?ended=1" : "";
}
