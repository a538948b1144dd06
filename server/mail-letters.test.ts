import { toPlainText } from "@react-email/render";
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { LOCALES } from "#wire/locales";
import { PSEUDO_LOCALE } from "./locale-of";
import { type Letter, writeLetter } from "./mail-letters";
import { EVERY_LETTER, givenAwayBy } from "./testing/test-letters";

const validator = new HtmlValidate({
  root: true,
  // What is wrong by the standard of HTML, for a whole document, and for those who do not see it. Not `recommended`,
  // which adds matters of style: React writes `<meta/>`, and mail programs read styles in the elements alone.
  extends: ["html-validate:standard", "html-validate:document", "html-validate:a11y"],
  rules: {
    // Outlook lays tables out by their attributes; React Email writes those, and the doctype that older ones expect.
    "no-deprecated-attr": "off",
    "doctype-html": "off",
  },
});

const cases = LOCALES.flatMap((locale) =>
  EVERY_LETTER.map((letter) => ({ locale, letter, kind: letter.kind })),
);

describe.each(cases)("$kind in $locale", ({ letter, locale }) => {
  test("is a page as mail programs want it, in its language, with nothing to load", async () => {
    const { html } = await writeLetter(letter, locale);
    const { results } = await validator.validateString(html);
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
    expect(html).toContain(`lang="${locale}"`);
    expect(html).toContain('dir="ltr"');
    expect(html).not.toMatch(/<(img|script|link|style|iframe|form|object)|src=|url\(|@import|background/i);
    expect(html).not.toMatch(/(?<!-)color:(?!inherit)/);
  });

  test("says the same as a text and as a page, and leads nowhere but where it says", async () => {
    const { text, html } = await writeLetter(letter, locale);
    const words = (written: string) => written.split(/\s+/).filter(Boolean);
    expect(words(toPlainText(html, { wordwrap: false }))).toEqual(words(text));
    const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses).toEqual([...text.matchAll(/https:\S+/g)].map(([address]) => address));
    expect(addresses).toEqual(linksOf(letter));
  });

  test("has a subject without a code, and says nothing of what this place is for", async () => {
    const { subject, text, html } = await writeLetter(letter, locale);
    expect(subject).not.toMatch(/\d/);
    expect(subject).toBe((await writeLetter({ kind: "address-changed" }, locale)).subject);
    for (const written of [subject, text, html]) expect(givenAwayBy(written, locale)).toEqual([]);
  });
});

test("what gives this place away is found", async () => {
  for (const [text, locale] of [
    ["Send one\nlink", "en"],
    ["A mail from Evenground", "en"],
    ["Hat deine Partnerin geantwortet?", "de"],
    ["Tu pareja ha respondido", "es"],
  ] as const)
    expect(givenAwayBy(text, locale)).not.toEqual([]);
});

test("a notice says that something waits, where, and how to stop, and nothing besides", async () => {
  const [notice] = EVERY_LETTER.filter(({ kind }) => kind === "notice");
  if (!notice) throw new Error("There is none.");
  const { subject, text } = await writeLetter(notice, "en");
  expect(subject).toBe("There is something waiting for you.");
  expect(text.split("\n\n")).toEqual([
    "There is something waiting for you.",
    "https://a-place.example/home",
    expect.stringContaining("no more of these messages"),
    expect.stringMatching(/^https:\/\/a-place\.example\/stop\/s{43}\n$/),
  ]);
});

test("what nobody reads in the pseudo-locale is in English there, and says so", async () => {
  const { html } = await writeLetter({ kind: "way-in-added" }, PSEUDO_LOCALE);
  expect(html).toContain('<html dir="ltr" lang="en">');
});

function linksOf(letter: Letter): readonly string[] {
  if (letter.kind === "sign-in") return [letter.link];
  return letter.kind === "notice" ? [letter.link, letter.stopLink] : [];
}
