import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import { Frame } from "../../../server/frame";
import { signedInOnly } from "../../../server/signed-in-only";
import { Texts } from "../../../server/texts";
import { otherName } from "../../names.server";
import styles from "./leave.module.css";
import { LeaveForm } from "./leave-form";

interface PageProps {
  readonly params: Promise<{ readonly space: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home"); // no word of leaving: a tab is easily seen by somebody else
  return { title: t("title") };
}

/** What becomes of what was said, before anything is done; then the choice, and the way out. */
export default async function LeavePage({ params }: PageProps) {
  const { space: spaceId } = await params;
  const t = await getTranslations("people.leave");
  const asking = await signedInOnly(`/home/${spaceId}/leave`);
  const space = (await evenground().spaces(asking)).find(({ id }) => id === spaceId);
  if (!space) notFound();
  const other = await otherName(space);
  // With the last one who leaves, all of it goes.
  const isLast = space.otherLeft || space.other === null;
  return (
    <Frame page="people" spaceId={spaceId}>
      <div className={styles.leave}>
        <header>
          <a className={styles.back} href={`/home/${spaceId}/people`}>
            {t("back")}
          </a>
          <h1>{t("title")}</h1>
          <p>{t("lead")}</p>
        </header>
        <dl>
          {!isLast && (
            <div>
              <dt>{t("keepsTitle", { other })}</dt>
              <dd>{t("keeps", { other })}</dd>
            </div>
          )}
          <div>
            <dt>{t("goneTitle")}</dt>
            <dd>{isLast ? t("goneLast") : t("gone")}</dd>
          </div>
          <div>
            <dt>{t("youTitle")}</dt>
            <dd>
              {isLast ? t("youLast") : t("you", { other })} <strong>{t("final")}</strong>
            </dd>
          </div>
        </dl>
        <p>
          <a href="/settings/take-out">{t("takeOut")}</a>{" "}
          <span className={styles.soft}>{t("takeOutHint")}</span>
        </p>
        <Texts of={["people", "refusal", "fault"]}>
          <LeaveForm spaceId={spaceId} other={isLast ? null : other} />
        </Texts>
      </div>
    </Frame>
  );
}
