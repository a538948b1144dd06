import { useTranslations } from "next-intl";
import { REPAIR_FAMILIES } from "#conversation/moves";
import { statusOf } from "#conversation/state";
import { isFree } from "#wire/is-free";
import { Button } from "../../ui/button";
import { BreakButton } from "./break-button";
import { OwnWord } from "./own-word";
import { Part } from "./part";
import styles from "./small-things.module.css";
import { StopHere } from "./stop-here";
import { useConversation } from "./use-conversation";
import { WhenWeGoOn } from "./when-we-go-on";

/** Always within reach, never in the way: small repairs, a break, stopping. */
export function SmallThings() {
  const t = useTranslations("conversation");
  const { live, state, seats, word, isOneOfTwo } = useConversation();
  const isOtherThere = state.roster.partners.length > 1 && !seats.some(isFree);
  return (
    <Part as="aside" className={styles.small} label={t("repair.title")}>
      {isOtherThere ? (
        <>
          <h2>{t("repair.title")}</h2>
          <ul className={styles.repairs}>
            {REPAIR_FAMILIES.map((family) => (
              <li key={family}>
                <Button look="pill" onClick={() => live.send("any:repair", { kind: "repair", family })}>
                  {t(`repair.${family}`)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {/* Where both seats are on one page there is nobody to find a time with. */}
      {isOtherThere && !isOneOfTwo && statusOf(state) === "running" ? <WhenWeGoOn /> : null}
      {word ? <OwnWord word={word} /> : null}
      <BreakButton />
      <StopHere />
    </Part>
  );
}
