import { useTranslations } from "next-intl";
import type { Area, Guide } from "#conversation/guide";
import { SelectField } from "../../../ui/select-field";
import { TextBox } from "../../../ui/text-box";
import { TextField } from "../../../ui/text-field";
import styles from "../guides.module.css";

const AREAS: readonly Area[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

interface AboutPartProps {
  readonly guide: Guide;
  readonly onChange: (guide: Guide) => void;
}

/** What a guide is called, what it is for, and what its two parts are. */
export function AboutPart({ guide, onChange }: AboutPartProps) {
  const t = useTranslations("ownGuides");
  const { title, purpose, how, area, minutes, roles, solo, alone } = guide;
  const { alone: _, ...others } = guide;
  const changeRole = (id: string, change: object) =>
    onChange({ ...guide, roles: roles.map((role) => (role.id === id ? { ...role, ...change } : role)) });
  return (
    <section className={styles.part} id="about" aria-labelledby="about-title">
      <h2 id="about-title">{t("about")}</h2>
      <TextField
        label={t("place.title")}
        value={title}
        maxLength={200}
        onChange={(event) => onChange({ ...guide, title: event.target.value })}
      />
      <TextBox
        label={t("place.purpose")}
        value={purpose}
        onChange={(event) => onChange({ ...guide, purpose: event.target.value })}
      />
      <TextBox
        label={t("place.how")}
        value={how}
        onChange={(event) => onChange({ ...guide, how: event.target.value })}
      />
      <SelectField
        label={t("area")}
        options={AREAS.map((one) => ({ value: String(one), text: t(`areas.${one}`) }))}
        value={String(area)}
        onChange={(event) => {
          const chosen = AREAS.find((one) => String(one) === event.target.value);
          if (chosen) onChange({ ...guide, area: chosen });
        }}
      />
      <TextField
        type="number"
        label={t("place.minutes")}
        min={1}
        max={600}
        value={String(minutes)}
        onChange={(event) => {
          const chosen = Math.round(event.target.valueAsNumber);
          if (chosen >= 1 && chosen <= 600) onChange({ ...guide, minutes: chosen });
        }}
      />
      {solo
        ? null
        : roles.map(({ id, mine, yours }, index) => (
            <div key={id} className={styles.question}>
              <TextField
                label={t("mine", { number: index + 1 })}
                hint={t("mineHint")}
                value={mine}
                onChange={(event) => changeRole(id, { mine: event.target.value })}
              />
              <TextField
                label={t("yours", { number: index + 1 })}
                hint={t("yoursHint")}
                value={yours}
                onChange={(event) => changeRole(id, { yours: event.target.value })}
              />
            </div>
          ))}
      {solo ? (
        <p className={styles.small}>{t("solo")}</p>
      ) : (
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={alone === true}
            onChange={(event) => onChange(event.target.checked ? { ...guide, alone: true } : others)}
          />
          {t("alone")}
        </label>
      )}
    </section>
  );
}
