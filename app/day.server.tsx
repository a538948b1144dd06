import { getLocale } from "next-intl/server";
import { evenground } from "#server/evenground";
import { formatDay } from "./format-day";
import { LocalDay } from "./local-day";
import { whoIsAsking } from "./server/asking";

/** The day of a moment, in the zone that whoever reads has chosen, else in that of their browser. */
export async function Day({ at }: { readonly at: Date }) {
  const zone = (await whoIsAsking())?.preferences.timeZone;
  if (!zone) return <LocalDay at={at.toISOString()} />;
  return (
    <time dateTime={at.toISOString()}>{formatDay(at, await getLocale(), evenground().now(), zone)}</time>
  );
}
