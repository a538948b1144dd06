"use client";

import { useTranslations } from "next-intl";
import { formatDayAndTime, LocalTime } from "../c/[id]/local-time";

/** The next time to talk, in the zone of whoever reads. */
export function MeetingTime({ at }: { readonly at: string }) {
  const t = useTranslations("practice");
  return (
    <LocalTime at={at} format={formatDayAndTime}>
      {(time) => t("meeting", { time })}
    </LocalTime>
  );
}
