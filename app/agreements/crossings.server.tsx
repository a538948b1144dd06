import { getTranslations } from "next-intl/server";
import type { Crossing } from "#conversation/keeping/register";
import type { LastingOne, LastingView } from "#server/lasting/lasting-view";
import { Day } from "../day.server";
import { Answers } from "../fields/answers";
import type { Couple } from "../lasting/couple";
import { SightAnswer } from "../lasting/sight-answer";
import { Texts } from "../server/texts";
import styles from "./agreements.module.css";
import { useCrossedFields } from "./crossed-fields";

interface CrossingsProps {
  readonly view: LastingView;
  readonly couple: Couple;
  readonly agreement: LastingOne;
}

/** When a boundary was crossed: what was written, and what the other says to it. Nobody decides between the two. */
export async function Crossings({ view, couple, agreement }: CrossingsProps) {
  const t = await getTranslations("agreements.crossed");
  const all = view.place.register.crossings.filter((one) => one.agreement === agreement.id);
  if (all.length === 0) return null;
  return (
    <section className={styles.group} aria-labelledby="crossings">
      <h2 id="crossings">{t("title")}</h2>
      <ul className={styles.history}>
        {all.toReversed().map((crossing) => (
          <li key={crossing.seq}>
            <One view={view} couple={couple} crossing={crossing} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OneProps extends Omit<CrossingsProps, "agreement"> {
  readonly crossing: Crossing;
}

async function One({ view, couple, crossing }: OneProps) {
  const t = await getTranslations("agreements.crossed");
  const written = view.keepings.get(crossing.seq);
  const seen = crossing.sight && view.keepings.get(crossing.sight.seq);
  const isMine = crossing.by === couple.seat;
  return (
    <article className={styles.crossing} data-seat={crossing.by}>
      <h3>
        {t.rich("wrote", {
          who: isMine ? "me" : "other",
          name: couple.other,
          day: () => (written ? <Day at={written.at} /> : null),
        })}
      </h3>
      <CrossedWords view={view} seq={crossing.seq} />
      <Texts of={["lasting", "fields", "wording", "refusal", "fault"]}>
        <SightAnswer
          couple={couple}
          answers={crossing.seq}
          isMine={isMine}
          sight={crossing.sight?.sight ?? null}
          words={seen?.words ?? null}
          isUnreadable={seen?.unreadable === true}
        />
      </Texts>
    </article>
  );
}

function CrossedWords({ view, seq }: { readonly view: LastingView; readonly seq: number }) {
  const fields = useCrossedFields();
  const words = view.keepings.get(seq)?.words;
  return words ? <Answers fields={fields} words={words} /> : <Unreadable />;
}

async function Unreadable() {
  const t = await getTranslations("lasting");
  return <p className={styles.soft}>{t("unreadable")}</p>;
}
