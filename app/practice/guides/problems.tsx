import { useTranslations } from "next-intl";
import type { Step } from "#conversation/guide";
import type { OwnGuideProblem } from "#conversation/own-guides/guide-problems";
import styles from "./guides.module.css";

interface ProblemsProps {
  readonly problems: readonly OwnGuideProblem[];
  /** Those of the guide, where its builder is on the same page, and each problem leads to its place; null elsewhere. */
  readonly steps: readonly Pick<Step, "id">[] | null;
}

/** Where a guide is wrong, and why. Nothing where nothing is. */
export function Problems({ problems, steps }: ProblemsProps) {
  const t = useTranslations("ownGuides");
  if (problems.length === 0) return null;
  return (
    <section className={styles.problems} aria-label={t("problems")}>
      <p>{t("problems")}</p>
      <ul>
        {problems.map(({ at, why }) => {
          const number = stepNumber(at, steps ?? []);
          const place = number === null ? t(`place.${topOf(at)}`) : t("place.step", { number });
          const anchor = number === null ? "about" : `step-${number}`;
          return (
            <li key={`${at} ${why}`}>
              {steps ? <a href={`#${anchor}`}>{place}</a> : place}: {t(`why.${why}`)} <code>{at}</code>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The place of a step in its guide, from 1; a path names it by its id or, in a file, by its index. */
function stepNumber(at: string, steps: readonly Pick<Step, "id">[]): number | null {
  const [top, step] = at.split(".");
  if (top !== "steps" || step === undefined) return null;
  const index = /^\d+$/.test(step) ? Number(step) : steps.findIndex(({ id }) => id === step);
  return index < 0 ? null : index + 1;
}

const PLACES = ["title", "purpose", "how", "asks", "isNot", "minutes", "roles", "alone", "steps"] as const;

function topOf(at: string): (typeof PLACES)[number] | "guide" {
  return PLACES.find((place) => at.split(".")[0] === place) ?? "guide";
}
