import { useTranslations } from "next-intl";
import { RadioPills } from "../ui/radio-pills";
import { SelectField } from "../ui/select-field";
import { useIsAwake } from "../use-is-awake";
import styles from "./guide-shelf.module.css";
import { AREAS, type Filter, oneOf, TIMES, WAYS } from "./new-query";

interface GuideFiltersProps {
  readonly filter: Filter;
  readonly onChoose: (filter: Filter) => void;
}

/** Three quiet questions. Without scripts they are not there, and all guides are. */
export function GuideFilters({ filter, onChoose }: GuideFiltersProps) {
  const t = useTranslations("choose");
  const areas = useTranslations("areas");
  const isAwake = useIsAwake();
  return (
    <form className={styles.filters} autoComplete="off" onSubmit={(event) => event.preventDefault()}>
      <fieldset disabled={!isAwake}>
        <legend className="quiet-text">{t("filters")}</legend>
        <RadioPills
          legend={t("how")}
          name="how"
          pills={[
            { value: "", title: t("anyWay") },
            ...WAYS.map((way) => ({ value: way, title: t(`ways.${way}`) })),
          ]}
          chosen={filter.how ?? ""}
          onChoose={(how) => onChoose({ ...filter, how: oneOf(WAYS, how) })}
          hint={filter.how === "alone" ? t("aloneHint") : t("sameHint")}
        />
        <div className={styles.selects}>
          <SelectField
            label={t("time")}
            value={filter.time ?? ""}
            options={[
              { value: "", text: t("anyTime") },
              ...TIMES.map((time) => ({ value: time, text: t(`times.${time}`) })),
            ]}
            onChange={({ target }) => onChoose({ ...filter, time: oneOf(TIMES, target.value) })}
          />
          <SelectField
            label={t("area")}
            value={filter.area ?? ""}
            options={[
              { value: "", text: t("anyArea") },
              ...AREAS.map((area) => ({ value: area, text: areas(area) })),
            ]}
            onChange={({ target }) => onChoose({ ...filter, area: oneOf(AREAS, target.value) })}
          />
        </div>
      </fieldset>
    </form>
  );
}
