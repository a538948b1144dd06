import { getLocale, getTranslations } from "next-intl/server";
import { GUIDES } from "#conversation/guides/catalogue";
import { guideFor } from "#server/guide-for";
import { whoIsAsking } from "../server/asking";
import { Texts } from "../server/texts";
import styles from "./choosing.module.css";
import { coupleOf } from "./couple.server";
import { GuideShelf } from "./guide-shelf";
import type { NewQuery } from "./new-query";

/** All guides, to choose one. */
export async function GuideChoice({ query }: { readonly query: NewQuery }) {
  const t = await getTranslations("new");
  const couple = await coupleOf(await whoIsAsking(), query);
  const locale = await getLocale();
  const guides = GUIDES.map((guide) => guideFor(guide, locale)).map(
    ({ id, area, title, purpose, minutes, solo = false, alone = false }) => ({
      id,
      area,
      title,
      purpose,
      minutes,
      solo,
      alone,
    }),
  );
  return (
    <>
      <header className={styles.head}>
        <h1>{t("title")}</h1>
        {query.guide !== null && <p className={styles.note}>{t("unknownGuide")}</p>}
        <p className={styles.lead}>
          {couple?.other ? t("chooseWith", { other: couple.other }) : t("choose")}
        </p>
      </header>
      <Texts of={["choose", "areas"]}>
        <GuideShelf guides={guides} query={{ ...query, guide: null }} />
      </Texts>
    </>
  );
}
