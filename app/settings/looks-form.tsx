"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Preferences, TEXT_SIZES, THEMES } from "#wire/preferences";
import { RadioPills } from "../ui/radio-pills";
import { SavingNote } from "./saving-note";
import styles from "./settings.module.css";
import { useSaving } from "./use-saving";

type Looks = Pick<Preferences, "theme" | "textSize" | "softTimers">;

/** How the pages look. What is chosen is seen at once, and kept. */
export function LooksForm({ looks }: { readonly looks: Looks }) {
  const t = useTranslations("settings.looks");
  const { saving, save } = useSaving();
  const [chosen, setChosen] = useState(looks);
  const choose = (part: Partial<Looks>) => {
    setChosen({ ...chosen, ...part });
    void save("/api/me/settings", part);
  };
  return (
    <div className={styles.form}>
      <RadioPills
        legend={t("theme")}
        name="theme"
        pills={THEMES.map((theme) => ({ value: theme, title: t(theme) }))}
        chosen={chosen.theme}
        onChoose={(value) => {
          const theme = THEMES.find((one) => one === value);
          if (theme) choose({ theme });
        }}
      />
      <RadioPills
        legend={t("textSize")}
        name="textSize"
        pills={TEXT_SIZES.map((size) => ({ value: size, title: t(size) }))}
        chosen={chosen.textSize}
        onChoose={(value) => {
          const textSize = TEXT_SIZES.find((one) => one === value);
          if (textSize) choose({ textSize });
        }}
      />
      <RadioPills
        legend={t("timers")}
        name="softTimers"
        pills={[
          { value: "on", title: t("timersOn") },
          { value: "off", title: t("timersOff") },
        ]}
        chosen={chosen.softTimers ? "on" : "off"}
        onChoose={(value) => choose({ softTimers: value === "on" })}
        hint={t("timersHint")}
      />
      <SavingNote saving={saving} />
    </div>
  );
}
