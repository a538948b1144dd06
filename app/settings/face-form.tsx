"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { APP_FACES, type AppFace } from "#wire/preferences";
import styles from "./face-form.module.css";
import { SavingNote } from "./saving-note";
import shared from "./settings.module.css";
import { useSaving } from "./use-saving";

/** Under which name and picture this place lies among somebody's apps. Native radio buttons: arrows choose. */
export function FaceForm({ face }: { readonly face: AppFace }) {
  const t = useTranslations("settings.phone");
  const { saving, save } = useSaving();
  const [chosen, setChosen] = useState(face);
  const hint = useId();
  const choose = (appFace: AppFace) => {
    setChosen(appFace);
    void save("/api/me/settings", { appFace });
  };
  return (
    <div className={shared.form}>
      <fieldset className={styles.faces} aria-describedby={hint}>
        <legend>{t("face")}</legend>
        <div>
          {APP_FACES.map((one) => (
            <label key={one} className={styles.face}>
              {/* biome-ignore lint/performance/noImgElement: a small drawing as it is, and nothing to be made smaller */}
              <img src={`/faces/${one}.svg`} alt="" width={64} height={64} />
              <span>
                <input
                  type="radio"
                  name="appFace"
                  value={one}
                  checked={one === chosen}
                  onChange={() => choose(one)}
                />
                {t(`names.${one}`)}
              </span>
            </label>
          ))}
        </div>
        <p id={hint} className={shared.note}>
          {t("faceHint")}
        </p>
      </fieldset>
      <SavingNote saving={saving} />
    </div>
  );
}
