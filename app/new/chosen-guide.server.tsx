import { getTranslations } from "next-intl/server";
import type { Guide } from "#conversation/guide";
import { whoIsAsking } from "../server/asking";
import { Texts } from "../server/texts";
import { AloneForm } from "./alone-form";
import styles from "./choosing.module.css";
import { coupleOf } from "./couple.server";
import { GuideDetails } from "./guide-details";
import { JointForm } from "./joint-form";
import { addressOf, type NewQuery } from "./new-query";

interface ChosenGuideProps {
  readonly guide: Guide;
  readonly query: NewQuery;
}

/** What one guide is and asks, and what it takes to begin it. */
export async function ChosenGuide({ guide, query }: ChosenGuideProps) {
  const t = await getTranslations("guide");
  const asking = await whoIsAsking();
  const couple = await coupleOf(asking, query);
  const alone = guide.solo === true || (guide.alone === true && query.how === "alone");
  const name = asking?.name ?? "";
  const { id, roles } = guide;
  return (
    <>
      <header className={styles.head}>
        <a className={styles.back} href={addressOf({ ...query, guide: null })}>
          {t("another")}
        </a>
        <h1>{guide.title}</h1>
        <p className={styles.lead}>{guide.purpose}</p>
      </header>
      <div className={styles.chosen}>
        <GuideDetails guide={guide} alone={alone} query={query} />
        <Texts of={[alone ? "newAlone" : "new", "refusal", "fault"]}>
          {alone ? (
            <AloneForm guide={id} name={name} />
          ) : (
            <JointForm guide={{ id, roles }} name={name} couple={couple} from={asking && query.from} />
          )}
        </Texts>
      </div>
    </>
  );
}
