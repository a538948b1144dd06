import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evenground } from "#server/evenground";
import type { OwnLetter } from "#server/letters/read-letters";
import { Day } from "../../day.server";
import { otherName } from "../../home/names.server";
import { Frame } from "../../server/frame";
import { signedInOnly } from "../../server/signed-in-only";
import { Texts } from "../../server/texts";
import { DestroyLetter } from "../destroy-letter";
import { LetterEditor } from "../letter-editor";
import styles from "../letters.module.css";
import { readersIn } from "../readers.server";
import { SendAgain } from "./send-again";

interface PageProps {
  readonly params: Promise<{ readonly id: string }>;
}

/** No title of the letter: a tab is easily seen by somebody else. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("letters");
  return { title: t("title") };
}

/** A letter of one's own: to write on, or as it was sent. */
export default async function LetterPage({ params }: PageProps) {
  const { id } = await params;
  const asking = await signedInOnly(`/letters/${id}`);
  const letter = await evenground().ownLetter(asking, id);
  if (!letter) notFound();
  const spaces = await evenground().spaces(asking);
  const t = await getTranslations("letters");
  const { words, version, sentIn } = letter;
  const to = spaces.find((space) => space.id === sentIn);
  return (
    <Frame page="letters">
      <div className={styles.page}>
        <header className={styles.head}>
          <a className={styles.plain} href="/letters">
            {t("back")}
          </a>
          <h1>{(sentIn !== null && words?.title.trim()) || t("untitled")}</h1>
          {words && sentIn === null && <p className={styles.soft}>{t("write.lead")}</p>}
        </header>
        <Texts of={["letters", "refusal", "fault"]}>
          {words && sentIn === null ? (
            <LetterEditor letter={{ id, version, ...words }} readers={readersIn(spaces)} />
          ) : (
            <Sent letter={letter} to={to ? await otherName(to) : t("somebody")} />
          )}
        </Texts>
      </div>
    </Frame>
  );
}

/** A letter that is not written on any more: it was sent, or it cannot be opened. */
async function Sent({ letter, to }: { readonly letter: OwnLetter; readonly to: string }) {
  const t = await getTranslations("letters");
  const { id, version, words, sentAt, sentIn } = letter;
  return (
    <>
      {sentAt && (
        <p className={styles.soft}>
          {t.rich("sentTo", { name: to, day: () => <Day at={sentAt} /> })} {t("asItIs")}
        </p>
      )}
      {words ? <p className={styles.words}>{words.text}</p> : <p>{t("unreadable")}</p>}
      {sentIn !== null && !sentAt && <SendAgain id={id} version={version} space={sentIn} name={to} />}
      <div className={styles.row}>
        <DestroyLetter id={id} {...(sentAt && { other: to })} />
      </div>
    </>
  );
}
