import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { Frame } from "../../server/frame";
import { signedInOnly } from "../../server/signed-in-only";
import { Texts } from "../../server/texts";
import { LetterEditor } from "../letter-editor";
import styles from "../letters.module.css";
import { readersIn } from "../readers.server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("letters");
  return { title: t("title") };
}

/** A letter that is about to be begun: there is none before a word is written. */
export default async function NewLetterPage() {
  const asking = await signedInOnly("/letters/new");
  const t = await getTranslations("letters");
  const readers = readersIn(await evenground().spaces(asking));
  return (
    <Frame page="letters">
      <div className={styles.page}>
        <header className={styles.head}>
          <a className={styles.plain} href="/letters">
            {t("back")}
          </a>
          <h1>{t("untitled")}</h1>
          <p className={styles.soft}>{t("write.lead")}</p>
        </header>
        <Texts of={["letters", "refusal", "fault"]}>
          <LetterEditor letter={{ id: null, version: 1, title: "", text: "" }} readers={readers} />
        </Texts>
      </div>
    </Frame>
  );
}
