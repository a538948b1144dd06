import { useTranslations } from "next-intl";
import { useId } from "react";
import { PACES, type Pace } from "#conversation/moves";
import { useConversation } from "./use-conversation";
import styles from "./when-we-go-on.module.css";
import { usePaceWords } from "./where-it-stands";

const SLOT = "any:pace";

/**
 * How soon one would like to go on. Buttons and no radio buttons: with those the arrow keys would tell the other
 * everything they come past.
 */
export function PaceChoice() {
  const t = useTranslations("conversation.goOn");
  const id = useId();
  const words = usePaceWords();
  const { live, state, seat, waiting } = useConversation();
  // What is on its way stands at once, and nothing else is said before it has arrived: it decides what is open.
  const onItsWay = waiting.find(({ slot }) => slot === SLOT)?.move;
  const said = seat === "t" ? undefined : state.pace[seat];
  const mine = onItsWay?.kind === "pace" ? onItsWay.pace : said;
  const choose = (pace: Pace) => {
    if (pace !== mine && !onItsWay) live.send(SLOT, { kind: "pace", pace }); // P1: the same again is not open
  };
  return (
    <fieldset className={styles.part} aria-describedby={id}>
      <legend>{t("pace.label")}</legend>
      <div className={styles.row}>
        {PACES.map((pace) => (
          <button
            key={pace}
            type="button"
            className={styles.pace}
            aria-pressed={pace === mine}
            onClick={() => choose(pace)}
          >
            {t(`pace.${pace}`)}
          </button>
        ))}
      </div>
      <p id={id} className={styles.soft}>
        {t("pace.hint")}
      </p>
      <p role="status" className={styles.said}>
        {words}
      </p>
    </fieldset>
  );
}
