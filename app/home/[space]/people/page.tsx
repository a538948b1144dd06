import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { Frame } from "../../../server/frame";
import { signedInOnly } from "../../../server/signed-in-only";
import { Invitations } from "./invitations.server";
import styles from "./people.module.css";
import { WhoIsHere } from "./who-is-here.server";

interface PageProps {
  readonly params: Promise<{ readonly space: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

/** Who sits in a space, who may come in, and the way out of it. */
export default async function PeoplePage({ params }: PageProps) {
  const { space: spaceId } = await params;
  const t = await getTranslations("people");
  const asking = await signedInOnly(`/home/${spaceId}/people`);
  const space = (await evenground().spaces(asking)).find(({ id }) => id === spaceId);
  if (!space) notFound();
  const isFree = space.other === null && !space.otherLeft;
  return (
    <Frame page="people" spaceId={spaceId}>
      <div className={styles.people}>
        <header>
          <h1>{t("title")}</h1>
          <p className={styles.soft}>{t("lead")}</p>
        </header>
        <WhoIsHere space={space} />
        {isFree && <Invitations asking={asking} space={space} />}
        <p className={styles.leave}>
          <a href={`/home/${spaceId}/therapist`}>{t("therapistLink")}</a>
        </p>
        <p className={styles.leave}>
          <a href={`/home/${spaceId}/leave`}>{t("leaveLink")}</a>
        </p>
      </div>
    </Frame>
  );
}
