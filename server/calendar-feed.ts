import { createHash, randomBytes } from "node:crypto";
import { deleteFeed, type Feed, findFeed, putFeed, readFeedTitles } from "#db/calendar-feeds";
import type { Db } from "#db/database";
import type { KeyRing } from "#db/key-ring";
import type { Asking } from "#db/sign-ins";
import type { CalendarAnswer } from "#wire/answers";
import type { CalendarTitles } from "#wire/preferences";
import { type CalendarRequest, spaceIdSchema } from "#wire/requests";
import { readLasting } from "./lasting/read-lasting";
import type { Limits } from "./limits";
import { planCalendar, plansIn } from "./plan-calendar";
import type { Outcome, Requester } from "./requester";

/** Plans in people's own calendars: by a secret address, or one at a time. */
export interface PlanCalendars {
  /** How one's own calendar of a space names things; null where one has none there. */
  titlesOf(asking: Asking, spaceId: string): Promise<CalendarTitles | null>;
  /** Makes an address, in the place of the one before; it is told this once. */
  make(requester: Requester, spaceId: string, request: CalendarRequest): Promise<Outcome<CalendarAnswer>>;
  /** From then on the address leads nowhere. */
  stop(requester: Requester, spaceId: string): Promise<Outcome<Record<string, never>>>;
  /** What lies at an address: the same refusal for one that never was and one that is not any more. */
  at(caller: Caller, file: string): Promise<Outcome<string>>;
  /** One plan, for one of the two. */
  plan(requester: Requester, place: PlanPlace, titles: CalendarTitles): Promise<Outcome<string>>;
}

/** A program that asks for a calendar: nobody is signed in there. */
export type Caller = Pick<Requester, "address" | "now" | "locale">;

export interface PlanPlace {
  readonly spaceId: string;
  readonly agreementId: string;
}

interface CalendarDesk {
  readonly db: Db;
  readonly ring: KeyRing;
  readonly limits: Pick<Limits, "calendarsPerAddress" | "calendarsPerPerson">;
}

const NOT_FOUND: Outcome<never> = { ok: false, refusal: { kind: "not-found" } };
const NOT_SIGNED_IN: Outcome<never> = { ok: false, refusal: { kind: "not-signed-in" } };
/** 256 bits in base64url. */
const FILE = /^([A-Za-z0-9_-]{43})\.ics$/;

/** To be made in the server's own module graph, where calendars have their words. */
export function makePlanCalendars({ db, ring, limits }: CalendarDesk): PlanCalendars {
  return {
    titlesOf: ({ personId }, spaceId) => readFeedTitles(db, spaceId, personId),
    async make({ asking, origin, now }, spaceId, { titles = "neutral" }) {
      if (!asking) return NOT_SIGNED_IN;
      if (!spaceIdSchema.safeParse(spaceId).success) return NOT_FOUND;
      const retryAfterMs = await limits.calendarsPerPerson.take(asking.personId);
      if (retryAfterMs > 0) return { ok: false, refusal: { kind: "slow-down", retryAfterMs } };
      const token = randomBytes(32).toString("base64url");
      const feed = { spaceId, personId: asking.personId, tokenHash: hashOf(token), titles };
      if (!(await putFeed(db, feed, now))) return NOT_FOUND;
      return { ok: true, answer: { url: `${origin}/calendar/${token}.ics` } };
    },
    async stop({ asking }, spaceId) {
      if (!asking) return NOT_SIGNED_IN;
      if (!spaceIdSchema.safeParse(spaceId).success) return NOT_FOUND;
      await deleteFeed(db, spaceId, asking.personId);
      return { ok: true, answer: {} };
    },
    async at({ address, now, locale }, file) {
      const retryAfterMs = await limits.calendarsPerAddress.take(address);
      if (retryAfterMs > 0) return { ok: false, refusal: { kind: "slow-down", retryAfterMs } };
      const [, token] = FILE.exec(file) ?? [];
      const feed = token === undefined ? null : await findFeed(db, hashOf(token));
      const lasting = feed && (await readLasting({ db, ring }, readerOf(feed), feed.spaceId, now));
      if (!lasting) return NOT_FOUND;
      const style = { titles: feed.titles, reading: feed.locale ?? locale, now };
      return { ok: true, answer: await planCalendar(plansIn(lasting.agreements), style) };
    },
    async plan({ asking, locale, now }, { spaceId, agreementId }, titles) {
      const lasting = asking && (await readLasting({ db, ring }, asking, spaceId, now));
      const plans = plansIn(lasting?.agreements ?? []).filter(({ id }) => id === agreementId);
      if (plans.length === 0) return NOT_FOUND;
      return { ok: true, answer: await planCalendar(plans, { titles, reading: locale, now }) };
    },
  };
}

function readerOf({ personId, timeZone }: Feed) {
  return { personId, preferences: { timeZone } };
}

function hashOf(token: string): Uint8Array {
  return createHash("sha256").update(token).digest();
}
