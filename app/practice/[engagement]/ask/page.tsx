import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { mayBeAskedOf } from "#conversation/therapy/assignments";
import { evenground } from "#server/evenground";
import { guideFor } from "#server/guide-for";
import { Frame } from "../../../server/frame";
import { signedInOnly } from "../../../server/signed-in-only";
import { Texts } from "../../../server/texts";
import { coupleName, nameIn } from "../../names.server";
import styles from "../../practice.module.css";
import { AskForm } from "./ask-form";
import { AskedLines } from "./asked-lines.server";

interface PageProps {
  readonly params: Promise<{ readonly engagement: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("practice");
  return { title: t("title") };
}

/** What a therapist asks of a couple until they meet again. Only while both share something. */
export default async function AskPage({ params }: PageProps) {
  const { engagement: id } = await params;
  const asking = await signedInOnly(`/practice/${id}/ask`);
  const ground = evenground();
  const found = await ground.assignmentsOf(asking, id);
  const profile = await ground.therapistProfile(asking);
  if (!found || !profile) notFound();
  const { couple, asked } = found;
  const t = await getTranslations("practice");
  const locale = await getLocale();
  const name = await nameIn(couple);
  const guides = (await ground.guidesToAsk(asking)).map(({ guide, own }) => {
    const { id: guideId, title, ...rest } = guideFor(guide, locale);
    return { id: guideId, title, own, takesTwo: !mayBeAskedOf(rest, "a") };
  });
  return (
    <Frame page="practice">
      <div className={styles.page}>
        <header className={styles.head}>
          <a className={styles.plain} href={`/practice/${id}`}>
            {t("end.back")}
          </a>
          <h1>{t("ask.title")}</h1>
          <p className={styles.soft}>{await coupleName(couple)}</p>
          <p className={styles.soft}>{t("ask.lead")}</p>
        </header>
        {asked ? (
          <>
            <Texts of={["practice", "asked", "refusal", "fault"]}>
              <AskForm
                engagementId={id}
                by={profile.name}
                guides={guides}
                names={{ a: name("a"), b: name("b") }}
              />
            </Texts>
            <AskedLines engagementId={id} asked={asked} name={name} />
          </>
        ) : (
          <p>{t("ask.closed")}</p>
        )}
      </div>
    </Frame>
  );
}
