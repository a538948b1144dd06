import { readFileSync } from "node:fs";
import path from "node:path";
import type { Guide } from "#conversation/guide";
import { type GuideTexts, inWords } from "#conversation/guide-texts";
import { newestGuide } from "#conversation/guides/catalogue";
import type { Locale } from "#wire/locales";

/** A sentence of the interface in a language, by its key: `join.claim`. */
export function sentence(locale: Locale, key: string): string {
  const messages = readJson(`messages/${locale}.json`);
  const found = key.split(".").reduce<unknown>((inner, name) => Object(inner)[name], messages);
  if (typeof found !== "string") throw new Error(`There is no ${key} in ${locale}.`);
  return found;
}

/** A guide as it reads in a language. */
export function guideIn(id: string, locale: Locale): Guide {
  const guide = newestGuide(id);
  if (!guide) throw new Error(`There is no guide ${id}.`);
  if (locale === "en") return guide;
  return inWords(guide, readJson(`conversation/guides/texts/${locale}/${id}.json`) as GuideTexts);
}

/** Read, not imported: Playwright hands modules to Node as they are, and Node wants to be told what is JSON. */
function readJson(file: string): unknown {
  return JSON.parse(readFileSync(path.resolve(import.meta.dirname, "../..", file), "utf8"));
}
