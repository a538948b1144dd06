import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GUIDES } from "#conversation/guides/catalogue";
import { whoIsAsking } from "../server/asking";
import { Frame } from "../server/frame";
import { Texts } from "../server/texts";
import styles from "./new.module.css";
import { NewForm } from "./new-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("new");
  return { title: t("title") };
}

/** What the invitation will say, and then the link. */
export default async function NewPage() {
  const t = await getTranslations("new");
  const asking = await whoIsAsking();
  const guides = GUIDES.map(({ id, title, purpose, minutes, roles }) => ({
    id,
    title,
    purpose,
    minutes,
    roles: roles.map((role) => ({ id: role.id, mine: role.mine })),
  }));
  return (
    <Frame>
      <div className={styles.page}>
        <h1>{t("title")}</h1>
        <p className={styles.lead}>{t("lead")}</p>
        <Texts of={["new", "refusal", "fault"]}>
          <NewForm guides={guides} name={asking?.name ?? ""} />
        </Texts>
      </div>
    </Frame>
  );
}
