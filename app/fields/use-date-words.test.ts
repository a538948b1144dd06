import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ReadingLocale } from "#server/locale-of";
import { useDateWords } from "./use-date-words";

function Said({ date }: { readonly date: string }) {
  return useDateWords()(date);
}

function said(date: string, timeZone: string, locale: ReadingLocale = "en"): string {
  const children = createElement(Said, { date });
  return renderToStaticMarkup(
    createElement(NextIntlClientProvider, { locale, timeZone, messages: {}, children }),
  );
}

test("a day and a month are said in words", () => {
  expect(said("2027-03-01", "UTC")).toBe("March 1, 2027");
  expect(said("2027-03", "UTC")).toBe("March 2027");
});

test("in the reader’s language", () => {
  expect(said("2027-03-01", "UTC", "de")).toBe("1. März 2027");
  expect(said("2027-03", "UTC", "es")).toBe("marzo de 2027");
});

test("no time zone moves a date", () => {
  for (const zone of ["Pacific/Honolulu", "Pacific/Kiritimati"]) {
    expect(said("2027-01-01", zone)).toBe("January 1, 2027");
    expect(said("2027-01", zone)).toBe("January 2027");
  }
});
