import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { guideFor } from "#server/guide-for";
import { Frame } from "../../../server/frame";
import { signedInOnly } from "../../../server/signed-in-only";
import { Texts } from "../../../server/texts";
import styles from "../therapist/therapist.module.css";
import { AskedItem } from "./asked-item";

interface PageProps {
  readonly params: Promise<{ readonly space: string }>;
}

/** No names: a tab is easily seen by somebody else. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("asked");
  return { title: t("title") };
}

/** What therapists ask of one of a couple between two meetings. The other has a page of their own. */
export default async function AskedPage({ params }: PageProps) {
  const { space: spaceId } = await params;
  const asking = await signedInOnly(`/home/${spaceId}/asked`);
  const found = await evenground().assignedTo(asking, spaceId);
  if (!found) notFound();
  const t = await getTranslations("asked");
  const locale = await getLocale();
  const items = found.asked.map(({ guide: stored, at: _at, assigned, ...one }) => {
    const guide = stored && guideFor(stored, locale);
    return {
      ...one,
      guide: guide?.title ?? null,
      roles: one.begun === "together" && guide ? guide.roles.map(({ id, mine }) => ({ id, mine })) : [],
      isForBoth: assigned === "both",
    };
  });
  const open = items.filter(({ answer }) => answer === "open");
  const answered = items.filter(({ answer }) => answer !== "open");
  return (
    <Frame page="people" spaceId={spaceId}>
      <div className={styles.page}>
        <header className={styles.head}>
          <h1>{t("title")}</h1>
          <p className={styles.soft}>{t("lead")}</p>
        </header>
        <Texts of={["asked", "refusal", "fault"]}>
          {open.length === 0 && <p className={styles.soft}>{t("none")}</p>}
          {open.map((one) => (
            <AskedItem key={one.id} asked={one} spaceId={spaceId} heading="h2" />
          ))}
          {answered.length > 0 && (
            <section className={styles.section} aria-labelledby="answered">
              <h2 id="answered">{t("earlier")}</h2>
              {answered.map((one) => (
                <AskedItem key={one.id} asked={one} spaceId={spaceId} heading="h3" />
              ))}
            </section>
          )}
        </Texts>
      </div>
    </Frame>
  );
}
