import { getLocale } from "next-intl/server";
import type { LastingView } from "#server/lasting/lasting-view";
import { dayMark } from "./day-mark";

interface DayMarkProps {
  /** A day, `2026-11-28`, or a month, `2026-12`. */
  readonly date: string;
  readonly view: Pick<LastingView, "calendar" | "zone">;
}

/** A day or a month in front of a line, as whoever reads counts days. */
export async function DayMark({ date, view }: DayMarkProps) {
  return <time dateTime={date}>{dayMark(date, view.calendar.today(view.zone), await getLocale())}</time>;
}
