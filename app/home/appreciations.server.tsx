import { getTranslations } from "next-intl/server";
import type { LastingView } from "#server/lasting/lasting-view";
import { coupleOf } from "../lasting/couple.server";
import { Texts } from "../server/texts";
import { Appreciate } from "./appreciate";
import styles from "./appreciations.module.css";
import { KindLine } from "./kind-line.server";
import { kindWordsIn } from "./kind-words.server";
import { OpenKind } from "./open-kind";

/**
 * What the other has left for one to open, and a line for them. What was not opened yet does not reach the browser: a
 * page that lies open on a table says no more than that there is something.
 */
export async function Appreciations({ view }: { readonly view: LastingView }) {
  const t = await getTranslations("appreciations");
  const couple = await coupleOf(view.space);
  const { next, theirs, mine } = kindWordsIn(view);
  const [last] = theirs;
  return (
    <section className={styles.section} aria-labelledby="kind">
      <h2 id="kind">{t("title")}</h2>
      <Texts of={["appreciations", "lasting", "refusal", "fault"]}>
        <OpenKind spaceId={couple.spaceId} next={next} from={couple.seat === "a" ? "b" : "a"}>
          {last && <KindLine line={last} couple={couple} />}
        </OpenKind>
        {couple.hasLeft ? null : <Appreciate couple={couple} />}
      </Texts>
      {theirs.length + mine.length > 0 && (
        <a className={styles.again} href={`/home/${couple.spaceId}/kind-words`}>
          {t("again")}
        </a>
      )}
    </section>
  );
}
