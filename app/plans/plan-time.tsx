"use client";

import { useTranslations } from "next-intl";
import type { TimeOfDay } from "#conversation/keeping/time-of-day";
import { localZone } from "../fields/local-day";
import { useIsAwake } from "../use-is-awake";

/** A time of day; where other clocks are meant than those where the browser is, it says whose. */
export function PlanTime({ time, zone }: TimeOfDay) {
  const t = useTranslations("plans.time");
  const isAwake = useIsAwake();
  if (!isAwake || zone === localZone()) return t("here", { time });
  return t("there", { time, zone: (zone.split("/").at(-1) ?? zone).replaceAll("_", " ") });
}
