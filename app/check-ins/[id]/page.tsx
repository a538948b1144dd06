import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { statementsIn } from "#conversation/check-ins/statements";
import type { OwnSpace } from "#db/spaces";
import type { OwnCheckIn } from "#server/check-ins/read-check-ins";
import { evenground } from "#server/evenground";
import { Day } from "../../day.server";
import { Frame } from "../../server/frame";
import { signedInOnly } from "../../server/signed-in-only";
import { Texts } from "../../server/texts";
import styles from "../check-ins.module.css";
import { NoteForm } from "./note-form";
import { RemoveForm } from "./remove-form";
import { ShareForm, type ShareWith } from "./share-form";

interface PageProps {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("checkIns");
  return { title: t("title") };
}

/** One check-in of one's own: its answers, what stands beside them, and who may read which. */
export default async function CheckInPage({ params }: PageProps) {
  const { id } = await params;
  const asking = await signedInOnly(`/check-ins/${id}`);
  const checkIn = (await evenground().ownCheckIns(asking)).find((one) => one.id === id);
  if (!checkIn) notFound();
  const spaces = await evenground().spaces(asking);
  const t = await getTranslations("checkIns");
  const statements = statementsIn(await getLocale());
  const { answers, notes, unreadable } = checkIn;
  return (
    <Frame page="checkIns">
      <div className={styles.page}>
        <header className={styles.head}>
          <a className={styles.plain} href="/check-ins">
            {t("back")}
          </a>
          <h1>
            <Day at={checkIn.at} />
          </h1>
          <p className={styles.soft}>{unreadable ? t("unreadable") : t("one.lead")}</p>
        </header>
        <Texts of={["checkIns", "refusal", "fault"]}>
          <ul className={styles.answers}>
            {statements.map(({ id: statement, text }) => {
              const value = answers[statement];
              if (value === undefined) return null;
              return (
                <li key={statement} id={statement}>
                  <h2 className={styles.statement}>{text}</h2>
                  <p>{t("value", { value })}</p>
                  <div className={styles.actions}>
                    <NoteForm checkInId={id} statement={statement} note={notes[statement]} />
                    {sharesWith(spaces, checkIn, statement).map((each) => (
                      <ShareForm key={each.space} checkInId={id} statement={statement} {...each} />
                    ))}
                  </div>
                </li>
              );
            })}
            <li id="whole">
              <h2 className={styles.statement}>{t("one.whole")}</h2>
              <div className={styles.actions}>
                <NoteForm checkInId={id} statement="whole" note={notes.whole} />
              </div>
            </li>
          </ul>
          <RemoveForm checkInId={id} />
        </Texts>
      </div>
    </Frame>
  );
}

/** With whom this answer is shared, or may be: with nobody who has left, and with nobody who has not come yet. */
function sharesWith(spaces: readonly OwnSpace[], { shares }: OwnCheckIn, statement: string): ShareWith[] {
  return spaces.flatMap(({ id, other, otherLeft }) => {
    if (other === null || otherLeft) return [];
    const isShared = shares.some((share) => share.statement === statement && share.spaceId === id);
    return [{ space: id, name: other, isShared }];
  });
}
