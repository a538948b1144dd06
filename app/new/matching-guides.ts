import type { Area, Guide } from "#conversation/guide";
import type { Filter } from "./new-query";

/** As much of a guide as it takes to choose one. */
export type GuideSummary = Pick<Guide, "id" | "area" | "title" | "purpose" | "minutes"> & {
  /** One person goes through it alone, always. */
  readonly solo: boolean;
  /** One person may. */
  readonly alone: boolean;
};

/** Guides of one area, in the order of the catalogue. */
interface AreaOfGuides {
  readonly area: Area;
  readonly guides: readonly GuideSummary[];
}

/**
 * The guides that fit, by area. Together and each in their own time lead to the same ones: all but those for one person
 * alone.
 */
export function matchingGuides(guides: readonly GuideSummary[], filter: Filter): readonly AreaOfGuides[] {
  const fitting = guides.filter(
    (guide) => fitsWay(guide, filter) && fitsTime(guide, filter) && fitsArea(guide, filter),
  );
  const areas = [...new Set(fitting.map(({ area }) => area))].sort();
  return areas.map((area) => ({ area, guides: fitting.filter((guide) => guide.area === area) }));
}

function fitsWay({ solo, alone }: GuideSummary, { how }: Filter): boolean {
  if (how === null) return true;
  return how === "alone" ? solo || alone : !solo;
}

function fitsTime({ minutes }: GuideSummary, { time }: Filter): boolean {
  return time === null || minutes <= Number(time);
}

const fitsArea = ({ area }: GuideSummary, filter: Filter): boolean =>
  filter.area === null || filter.area === String(area);
