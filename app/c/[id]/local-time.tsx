import { useLocale } from "next-intl";
import { useSyncExternalStore } from "react";

interface LocalTimeProps {
  /** ISO 8601. */
  readonly at: string;
  children(time: string): string;
}

/** A time of day in the person's own zone, which only their browser knows; the day too where it is not today. */
export function LocalTime({ at, children }: LocalTimeProps) {
  const locale = useLocale();
  const isInBrowser = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  return isInBrowser ? <time dateTime={at}>{children(formatTime(new Date(at), locale))}</time> : null;
}

export function formatTime(at: Date, locale: string, today = new Date()): string {
  const isToday = at.toDateString() === today.toDateString();
  return new Intl.DateTimeFormat(locale, {
    hour: "numeric",
    minute: "2-digit",
    ...(!isToday && { weekday: "long" }),
  }).format(at);
}
