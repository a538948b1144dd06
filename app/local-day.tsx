"use client";

import { useLocale } from "next-intl";
import { useSyncExternalStore } from "react";
import { formatDay } from "./format-day";

interface LocalDayProps {
  /** ISO 8601. */
  readonly at: string;
}

/** A day in the zone of whoever reads, which only their browser knows. */
export function LocalDay({ at }: LocalDayProps) {
  const locale = useLocale();
  const isInBrowser = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  return <time dateTime={at}>{isInBrowser ? formatDay(new Date(at), locale) : "…"}</time>;
}
