import { useLocale } from "next-intl";
import { useSyncExternalStore } from "react";

interface LocalTimeProps {
  /** ISO 8601. */
  readonly at: string;
  /** How it is told; by the time of day without it. */
  readonly format?: (at: Date, locale: string) => string;
  children(time: string): string;
}

/** A time in the person's own zone, which only their browser knows. */
export function LocalTime({ at, format = formatTime, children }: LocalTimeProps) {
  const locale = useLocale();
  const isInBrowser = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  return isInBrowser ? <time dateTime={at}>{children(format(new Date(at), locale))}</time> : null;
}

/** A time of day; the day of the week too where it is not today. */
export function formatTime(at: Date, locale: string, today = new Date()): string {
  const isToday = at.toDateString() === today.toDateString();
  return new Intl.DateTimeFormat(locale, {
    hour: "numeric",
    minute: "2-digit",
    ...(!isToday && { weekday: "long" }),
  }).format(at);
}

/** A time that may be weeks away: its day and its time of day. */
export function formatDayAndTime(at: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "numeric",
    minute: "2-digit",
  }).format(at);
}
