import { readFileSync } from "node:fs";
import { GUIDES } from "#conversation/guides/catalogue";
import { guideIn } from "#conversation/guides/in-language";
import type { Locale } from "#wire/locales";
import type { Letter } from "../mail-letters";

const ORIGIN = "https://a-place.example";
const STOP_TOKEN = "s".repeat(43);
export const ONE_CLICK = `${ORIGIN}/api/notices/stop/${STOP_TOKEN}`;
export const CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test\r\nEND:VCALENDAR\r\n";

/** One letter of every kind there is: one that is left out does not compile. */
const ONE_OF_EACH: { readonly [Kind in Letter["kind"]]: Extract<Letter, { readonly kind: Kind }> } = {
  "sign-in": { kind: "sign-in", code: "123456", link: `${ORIGIN}/sign-in/code#123456` },
  "old-address": { kind: "old-address", code: "123456" },
  "new-address": { kind: "new-address", code: "123456" },
  "address-changed": { kind: "address-changed" },
  "way-in-added": { kind: "way-in-added" },
  notice: {
    kind: "notice",
    link: `${ORIGIN}/home`,
    stopLink: `${ORIGIN}/stop/${STOP_TOKEN}`,
    oneClick: ONE_CLICK,
  },
  meeting: { kind: "meeting", calendar: CALENDAR },
};
export const EVERY_LETTER: readonly Letter[] = Object.values(ONE_OF_EACH);

/** What tells, in any of our languages, what this place is for, or who is there. */
const TELLING =
  /evenground|relationship|partner|couple|trust|conversation|forgiv|affair|therap|beziehung|paar|vertrauen|gespräch|verzeih|therapeut|relación|pareja|confianza|conversación|perd[oó]n|terap|nodemailer|react/i;

/** What of a mail, a calendar or the like gives away where it is from; empty where nothing does. */
export function givenAwayBy(text: string, locale: Locale): readonly string[] {
  const flat = text.replace(/\s+/g, " ").toLowerCase();
  const phrases = phrasesOf(locale).filter((phrase) => flat.includes(phrase.toLowerCase()));
  return [...phrases, ...(TELLING.exec(text) ?? [])];
}

/** All that the first page says of this place, the names of its areas, and those of the guides. */
function phrasesOf(locale: Locale): readonly string[] {
  const { common, first, areas } = JSON.parse(readFileSync(`messages/${locale}.json`, "utf8"));
  const guides = GUIDES.map((guide) => guideIn(guide, locale).title);
  const { signIn: _saidEverywhere, ...said } = first;
  const sentences = stringsIn([common.name, said, areas]).flatMap((text) =>
    text.replace(/<[^>]+>/g, "").split(/(?<=[.?!])\s+/),
  );
  return [...sentences, ...guides].filter((phrase) => phrase.length > 3);
}

function stringsIn(messages: unknown): readonly string[] {
  if (typeof messages === "string") return [messages];
  return Object.values(messages as object).flatMap(stringsIn);
}
