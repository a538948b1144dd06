import { getTranslations } from "next-intl/server";
import type { Statement } from "#conversation/check-ins/statements";
import styles from "./scale.module.css";

const STEPS = Array.from({ length: 11 }, (_, step) => step);

/** One statement, from 0 to 10; left out until something is chosen, and again when one wishes. */
export async function Scale({ statement }: { readonly statement: Statement }) {
  const t = await getTranslations("checkIns.now");
  const { id, text, low, high } = statement;
  return (
    <fieldset className={styles.scale} aria-describedby={`${id}-ends`}>
      <legend>{text}</legend>
      <div className={styles.steps}>
        {STEPS.map((step) => (
          <label key={step}>
            <input type="radio" name={id} value={step} />
            {step}
          </label>
        ))}
        <label className={styles.none}>
          <input type="radio" name={id} value="" defaultChecked />
          <span aria-hidden="true">–</span>
          <span className="quiet-text">{t("leaveOut")}</span>
        </label>
      </div>
      <p id={`${id}-ends`} className={styles.ends}>
        <span>{t("low", { low })}</span>
        <span>{t("high", { high })}</span>
      </p>
    </fieldset>
  );
}
