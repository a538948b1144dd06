import { getTranslations } from "next-intl/server";
import { PARTNERS } from "#conversation/seats";
import type { OwnSpace } from "#db/spaces";
import { Stone } from "../../../ui/stone";
import styles from "./people.module.css";

/** Both places, in the order of the seats. */
export async function WhoIsHere({ space }: { readonly space: OwnSpace }) {
  const t = await getTranslations("people");
  const { seat: own, name, other, otherLeft } = space;
  const otherText = otherLeft ? t("leftText") : t("freeText");
  return (
    <ul className={styles.seats}>
      {PARTNERS.map((seat) =>
        seat === own ? (
          <li key={seat}>
            <Stone seat={seat} name={name} />
            <b>{t("you", { name })}</b>
          </li>
        ) : (
          <li key={seat}>
            <Stone seat={seat} name={other} resting={otherLeft} />
            <span>
              <b>{other ?? t(otherLeft ? "leftUnnamed" : "free")}</b>
              {otherLeft && other && <small>{t("left")}</small>}
              {(otherLeft || other === null) && <small>{otherText}</small>}
            </span>
          </li>
        ),
      )}
    </ul>
  );
}
