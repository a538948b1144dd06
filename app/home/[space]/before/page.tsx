import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { Frame } from "../../../server/frame";
import { signedInOnly } from "../../../server/signed-in-only";
import { Texts } from "../../../server/texts";
import { Stone } from "../../../ui/stone";
import styles from "../therapist/therapist.module.css";
import { BeforeForm } from "./before-form";

interface PageProps {
  readonly params: Promise<{ readonly space: string }>;
}

/** No names: a tab is easily seen by somebody else. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("before");
  return { title: t("title") };
}

/** Before a meeting apart: where one is, whom to call and a word, for the therapist alone. */
export default async function BeforePage({ params }: PageProps) {
  const { space: spaceId } = await params;
  const asking = await signedInOnly(`/home/${spaceId}/before`);
  const therapists = await evenground().ownWhereabouts(asking, spaceId);
  if (!therapists) notFound();
  const t = await getTranslations("before");
  const therapist = await getTranslations("therapist.profile.policy");
  return (
    <Frame page="people" spaceId={spaceId}>
      <div className={styles.page}>
        <header className={styles.head}>
          <h1>{t("title")}</h1>
          <p className={styles.soft}>{t("lead")}</p>
          <p className={styles.soft}>{t("gone")}</p>
        </header>
        {therapists.length === 0 && <p>{t("nobody")}</p>}
        <Texts of={["before", "refusal", "fault"]}>
          {therapists.map(({ engagementId, profile: { name, secrets }, given, goneAt }) => (
            <section key={engagementId} className={styles.section} aria-labelledby={engagementId}>
              <div className={styles.titled}>
                <h2 id={engagementId}>{t("for", { name })}</h2>
                <Stone seat="t" name={name} />
              </div>
              <p className={styles.stand}>
                {therapist(secrets, { name })} {t("notPart")}
              </p>
              <BeforeForm
                key={goneAt?.toISOString() ?? "none"}
                engagementId={engagementId}
                name={name}
                given={given && { where: given.where, call: given.call, word: given.word }}
              />
            </section>
          ))}
        </Texts>
      </div>
    </Frame>
  );
}
