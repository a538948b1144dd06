import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { agreementFieldsIn } from "#conversation/guides/in-language";
import { evenground } from "#server/evenground";
import { coupleOf } from "../../../lasting/couple.server";
import { OfferForm } from "../../../lasting/offer-form";
import { Frame } from "../../../server/frame";
import { signedInOnly } from "../../../server/signed-in-only";
import { Texts } from "../../../server/texts";
import styles from "../../agreements.module.css";
import { offeredSort, pageOf } from "../../sorts";

interface PageProps {
  readonly params: Promise<{ readonly space: string }>;
  readonly searchParams: Promise<{ readonly sort?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agreements");
  return { title: t("title") };
}

/** The questions of something new to agree on: a boundary, or what `?sort=` names. */
export default async function NewAgreementPage({ params, searchParams }: PageProps) {
  const { space: spaceId } = await params;
  const sort = offeredSort((await searchParams).sort);
  const asking = await signedInOnly(`/agreements/${spaceId}/new?sort=${sort}`);
  const space = (await evenground().spaces(asking)).find(({ id }) => id === spaceId);
  if (!space) notFound();
  const t = await getTranslations("agreements.new");
  const couple = await coupleOf(space);
  const to = pageOf(sort, spaceId);
  return (
    <Frame page="agreements" spaceId={spaceId}>
      <div className={styles.page}>
        <header>
          <a className={styles.back} href={to}>
            {t("back")}
          </a>
          <h1>{t(`title.${sort}`)}</h1>
          <p>{couple.isThere ? t("lead", { other: couple.other }) : t("leadNobody")}</p>
        </header>
        {couple.hasLeft ? (
          <p>{t("left", { other: couple.other })}</p>
        ) : (
          <div className={styles.form} data-seat={couple.seat}>
            <Texts of={["lasting", "fields", "wording", "refusal", "fault"]}>
              <OfferForm
                spaceId={spaceId}
                sort={sort}
                fields={agreementFieldsIn(await getLocale())[sort]}
                to={to}
              />
            </Texts>
          </div>
        )}
      </div>
    </Frame>
  );
}
